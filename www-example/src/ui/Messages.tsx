// What is wrong with a field, and what is worth a second look; read out when it changes.

interface Props {
  id: string;
  errors: string[];
  warnings?: string[];
}

export function Messages({ id, errors, warnings = [] }: Props) {
  return (
    <div id={id} className="messages" aria-live="polite">
      {errors.map((message) => (
        <p key={message} data-tone="error">
          <b>Error:</b> {message}
        </p>
      ))}
      {warnings.map((message) => (
        <p key={message} data-tone="warning">
          <b>Advice:</b> {message}
        </p>
      ))}
    </div>
  );
}
