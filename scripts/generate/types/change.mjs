/** Replaces `from` by `to`, and fails where tfjs's declarations are no longer what they were. */
export function change(text, from, to) {
  if (!text.includes(from)) throw new Error(`tfjs's types have changed, look at scripts/generate/types: ${from}`);
  return text.replaceAll(from, to);
}
