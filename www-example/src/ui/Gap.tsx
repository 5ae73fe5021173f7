// The room of rows of a table that are not drawn.

export function Gap({ height }: { height: number }) {
  return height > 0 ? (
    <tr className="gap" aria-hidden="true">
      <td style={{ height }} />
    </tr>
  ) : null;
}
