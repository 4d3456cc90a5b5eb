import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { framePolicy } from '../../src/notebook/kernel/place/policy';
import { addPolicy, contentSecurityPolicy, inlineScriptHashes } from '../../src/site/build/plugins/csp';

const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const page = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"/><title>x</title></head><body>${body}</body></html>`;

describe('the hashes of a page', () => {
  test('cover inline scripts byte for byte, line breaks included', () => {
    const text = "\n  const a = '<b>';\n";
    expect(inlineScriptHashes(`<script>${text}</script>`)).toEqual([hash(text)]);
  });

  test('cover inline modules', () => {
    expect(inlineScriptHashes('<script type="module">f()</script>')).toEqual([hash('f()')]);
  });

  test.each(['importmap', 'speculationrules', 'text/javascript'])(
    'cover %s, which a policy blocks like a script',
    (type) => {
      expect(inlineScriptHashes(`<script type="${type}">{}</script>`)).toEqual([hash('{}')]);
    },
  );

  test('leave out scripts with an address, and data', () => {
    const html =
      '<script type="module" src="/a.js"></script><script type="application/json" data-cells>{"a":1}</script>';
    expect(inlineScriptHashes(html)).toEqual([]);
  });

  test('list a script once even if the page has it twice', () => {
    expect(inlineScriptHashes('<script>a</script><p></p><script>a</script>')).toEqual([hash('a')]);
  });

  test('match the well-known value for one example', () => {
    // From the Content Security Policy specification, section on hashes: alert('Hello, world.');
    expect(inlineScriptHashes("<script>alert('Hello, world.');</script>")).toEqual([
      'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=',
    ]);
  });
});

describe('the policy', () => {
  test('comes right after the charset and lists the page’s hashes', () => {
    const html = addPolicy(page('<script>a</script>'));
    expect(html).toMatch(
      /<meta charset="utf-8"\/><meta http-equiv="Content-Security-Policy" content="default-src 'self';/,
    );
    expect(html).toContain(`'${hash('a')}'`);
  });

  test('lists the scripts of frames, which inherit it', () => {
    expect(addPolicy(page('<script>a</script>'), ['b'])).toContain(`'${hash('a')}' '${hash('b')}'`);
  });

  test('of the kernel’s frame lets nothing in or out but the code that it is given', () => {
    for (const scheme of ['blob:', 'data:'] as const) {
      const policy = framePolicy("'sha256-x'", scheme);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/-src[^;]*('self'|'unsafe-eval'|https?:|\*)|connect-src/);
      expect(policy).not.toContain(scheme === 'blob:' ? 'data:' : 'blob:');
    }
  });

  test('allows neither eval nor inline scripts nor any other origin', () => {
    const policy = contentSecurityPolicy([]);
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
    expect(policy).not.toMatch(/https?:|\*/);
    expect(policy).toContain('worker-src blob:');
    expect(policy).toContain("connect-src 'self'");
  });

  test('refuses a page without a charset, or with a script that would run before it', () => {
    expect(() => addPolicy('<html><head></head></html>')).toThrow('charset');
    expect(() => addPolicy('<head><script>a</script><meta charset="utf-8"></head>')).toThrow('before');
  });
});
