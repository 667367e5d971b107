export function ResourcePage({ id }: { readonly id: string }) {
  return <p>{id}</p>;
}
