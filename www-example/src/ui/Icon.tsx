// The few pictures of the page, drawn in the colour of the text beside them, which says the same in words.

const PATHS = {
  call_recording_enabled: "M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zm0 3a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
  transcription_enabled: "M3 3h10v1.6H3zm0 3.4h10V8H3zm0 3.4h7v1.6H3z",
  machine_detection_enabled:
    "M4.5 5a3 3 0 0 0 0 6h7a3 3 0 1 0-2.6-1.5H7.1A3 3 0 0 0 4.5 5zm0 1.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zm7 0a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z",
  encrypted_media: "M5 7V5a3 3 0 0 1 6 0v2h1v6H4V7zm1.5 0h3V5a1.5 1.5 0 0 0-3 0z",
  passthrough: "M2 7.2h8L7.4 4.6l1.1-1.1L13 8l-4.5 4.5-1.1-1.1L10 8.8H2z",
  multiple_numbers:
    "M6 2.5 5.6 5H3v1.5h2.3l-.5 3H2.5V11h2.1L4.2 13.500h1.500L6.1 11h3l-.4 2.500h1.500l.4-2.500H13V9.500h-2.200l.5-3h2.200V5h-2l.4-2.500h-1.500L10 5H7l.5-2.500zM6.8 6.500h3l-.5 3h-3z",
  search:
    "M7 2.500a4.5 4.5 0 1 0 2.6 8.200l2.9 2.8 1-1-2.8-2.900A4.5 4.5 0 0 0 7 2.500zM7 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6z",
  delete:
    "M6 2.500h4l.6 1H13V5H3V3.500h2.400zM4 6h8l-.6 7.500H4.600zm2.5 1.5.3 4.500h1l-.3-4.500zm2 0L8.2 12h1l.3-4.500z",
  connect:
    "M5.2 2.500h1.500V5h2.600V2.500h1.500V5H12v3.200a4 4 0 0 1-3.200 3.900v1.900H7.200v-1.900A4 4 0 0 1 4 8.200V5h1.200z",
  up: "M8 4l4 5H4z",
  down: "M8 12l4-5H4z",
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} fillRule="evenodd" />
    </svg>
  );
}
