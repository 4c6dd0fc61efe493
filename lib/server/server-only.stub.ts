// Stands in for the package "server-only" in tests and scripts, which run outside Next.
export {};
