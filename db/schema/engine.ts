// State of the embedded engine; owned by inngest/engine.
export {};
