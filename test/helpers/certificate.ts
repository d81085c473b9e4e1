import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** A certificate of its own making for `so.example.test` and 127.0.0.1, with its key; made by openssl. */
export function certificateIn(folder: string, name: string, days = 2): { readonly cert: string; readonly key: string } {
  const [cert, key] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
  const subject = ['-subj', '/CN=So CCHC', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:so.example.test'];
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', String(days)];
  execFileSync('openssl', [...made, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { cert, key };
}
