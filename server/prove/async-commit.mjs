/** Imported ahead of the server by the kills: every transaction of PostgreSQL's is committed without waiting for the disk. The proof has to notice. */
import pg from 'pg';

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (first, ...rest) {
  const text = typeof first === 'string' ? first : first?.text;
  if (/^\s*(?:BEGIN|START TRANSACTION)\b/i.test(text ?? '')) {
    const [words, ...more] = text.split(';');
    const asked = `${words}; SET LOCAL synchronous_commit = off${more.length > 0 ? `;${more.join(';')}` : ''}`;
    return query.call(this, typeof first === 'string' ? asked : { ...first, text: asked }, ...rest);
  }
  return query.call(this, first, ...rest);
};
