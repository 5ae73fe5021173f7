export function ImportView() {
  return null;
}
