export function PriceBookPage() {
  return null;
}
