export function BlindPage() {
  return <p>blind</p>;
}
