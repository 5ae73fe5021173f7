// Starts the page: server state in TanStack Query, the connection in a context, everything else in components.

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { ConnectionProvider } from "./settings/ConnectionProvider";
import "./ui/base.css";
import "./ui/dialog.css";

const queries = new QueryClient({
  defaultOptions: {
    // "always": a sandbox on this machine answers without a network. What is worth repeating, wavix-trunks repeats.
    queries: { networkMode: "always", retry: false },
    mutations: { networkMode: "always", retry: false },
  },
});

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <ConnectionProvider>
        <App />
      </ConnectionProvider>
    </QueryClientProvider>
  </StrictMode>,
);
