export interface ServerOptions {
  /** Folder of the built site. */
  root?: string;
  /** 0 takes a free one. */
  port?: number;
  host?: string;
  /** False leaves out COOP and COEP, as GitHub Pages does. */
  isolation?: boolean;
  /** The sub-path that the site was built for. */
  base?: string;
}

export function startServer(options?: ServerOptions): Promise<{ url: string; close(): Promise<void> }>;
