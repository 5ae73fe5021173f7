// What to do about an error of the client, for somebody in front of the page.

import { WavixError } from "wavix-trunks";

export interface Remedy {
  title: string;
  advice: string;
  /** Whether another address or key may help. */
  settings: boolean;
}

export function remedyFor(error: unknown, address: string): Remedy {
  const code = error instanceof WavixError ? error.code : undefined;
  switch (code) {
    case "network":
      return {
        title: "No answer from the API",
        advice: `Nothing answers at ${address}. Check that the sandbox or the relay runs there and that your network works, or set another address.`,
        settings: true,
      };
    case "authentication":
      return {
        title: "The API key was refused",
        advice: `Check the key for ${address} in the settings. The sandbox’s own key is sandbox-key.`,
        settings: true,
      };
    case "permission":
      return {
        title: "This account may not use SIP trunks",
        advice: "SIP trunks are for Flex Pro accounts. Ask Wavix to enable them, or use another key.",
        settings: true,
      };
    case "not_found":
      return {
        title: "The trunk is gone",
        advice: "Somebody may have deleted it in the meantime. Refresh the list.",
        settings: false,
      };
    case "rate_limit":
      return {
        title: "Too many requests",
        advice: "Wait a few seconds, then try again.",
        settings: false,
      };
    case "invalid_request":
      return {
        title: "The API refused the settings",
        advice: "Correct what it names, then save again.",
        settings: false,
      };
    case "conflict":
      return {
        title: "Somebody else changed this at the same time",
        advice: "Refresh the list, then try again.",
        settings: false,
      };
    case "decode":
    case "http":
      return {
        title: "This answer is not from a Wavix API",
        advice: `Check that ${address} is the address of the sandbox or of your relay.`,
        settings: true,
      };
    default:
      return {
        title: "The API did not do it",
        advice: "Try again in a minute. If it goes on, tell Wavix what stands below.",
        settings: false,
      };
  }
}
