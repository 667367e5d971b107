export function ListPage({ kind }: { readonly kind: string; readonly options: URLSearchParams }) {
  return <p>{kind}</p>;
}
