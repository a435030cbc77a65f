/** A folder of documents: what is read, what is left out, and the one line that says so. */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCorpus } from '../index/open.ts';
import { readCorpus } from '../index/read/corpus.ts';
import { CorpusError, MAX_DOCUMENT_BYTES, readFolder } from '../index/read/documents.ts';
import { withFolder } from './corpora.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const good = 'A depot\n\nAlder Freight bought a depot.\n';

/** What a folder gives, with its own path taken out of the problems. */
function reading(files: Files, prepare: (folder: string) => void = () => {}) {
  return withFolder(files, (folder) => {
    prepare(folder);
    const { documents, problems } = readFolder(folder);
    return {
      documents,
      ids: documents.map(({ id }) => id),
      problems: problems.map((problem) => problem.replaceAll(folder, 'FOLDER')),
    };
  });
}

/** The one line with which a folder is refused. */
function refusal(files: Files, name = ''): string {
  return withFolder(files, (folder) => {
    try {
      openCorpus(join(folder, name));
    } catch (error) {
      if (error instanceof CorpusError) return error.message.replaceAll(folder, 'FOLDER');
      throw error;
    }
    return 'was opened';
  });
}

describe('a folder', () => {
  it('gives its .txt and .md files, in order of name, by the name without the ending', () => {
    const files = {
      'b.md': good,
      'a.txt': good,
      'c.TXT': good,
      'table.csv': 'a,b',
      '.hidden.txt': good,
      'notes.txt.bak': good,
    };
    expect(reading(files)).toMatchObject({ ids: ['a', 'b', 'c'], problems: [] });
  });

  it('leaves out a README, and no document that only begins like one', () => {
    const files = { 'a.txt': good, 'README.md': '# Documents', 'readme.txt': 'Documents', 'readme-first.txt': good };
    expect(reading(files)).toMatchObject({ ids: ['a', 'readme-first'], problems: [] });
  });

  it('looks into no folder inside it', () => {
    expect(reading({ 'a.txt': good, 'old/b.txt': good })).toMatchObject({ ids: ['a'], problems: [] });
  });

  it('is refused where it is missing', () => {
    expect(refusal({}, 'nowhere')).toBe('FOLDER/nowhere: no such folder; name a folder of .txt and .md files.');
  });

  it('is refused where it is a file', () => {
    expect(refusal({ 'a.txt': good }, 'a.txt')).toBe(
      'FOLDER/a.txt: is not a folder; name a folder of .txt and .md files.',
    );
    expect(refusal({ 'a.txt': good }, 'a.txt/b')).toBe(
      'FOLDER/a.txt/b: cannot be read (ENOTDIR); check its permissions.',
    );
  });

  it('is refused where it is empty, or holds a README alone', () => {
    const line = 'FOLDER/: holds no .txt or .md file; put the documents there as plain text.';
    expect(refusal({})).toBe(line.replace('/:', ':'));
    expect(refusal({ 'README.md': '# Nothing', 'table.csv': 'a,b' })).toBe(line.replace('/:', ':'));
  });

  it('is refused where no file in it could be read, with the first reason', () => {
    expect(refusal({ 'a.txt': '', 'b.txt': Uint8Array.of(0xff) })).toBe(
      'FOLDER: no document could be read. FOLDER/a.txt: left out, it holds no text.',
    );
  });

  it('is refused in one line, whatever its name holds', () => {
    expect(refusal({}, 'no\nwhere\u001b[2J')).toBe(
      'FOLDER/no?where?[2J: no such folder; name a folder of .txt and .md files.',
    );
  });
});

describe('a file that is no document', () => {
  /** One line for the bad file; the good one is read. */
  const check = (bad: Files, problem: string, prepare?: (folder: string) => void) =>
    expect(reading({ ...bad, 'good.txt': good }, prepare)).toMatchObject({
      ids: ['good'],
      problems: [`FOLDER/${problem}`],
    });

  it.each([
    ['empty', ''],
    ['blank', ' \n\t\n'],
    ['front matter alone', '---\ntitle: A depot\n---\n'],
  ])('is left out where it holds no text: %s', (_, text) => {
    check({ 'bad.txt': text }, 'bad.txt: left out, it holds no text.');
  });

  it('is left out where it is binary', () => {
    check({ 'bad.txt': 'A depot\0with zeros' }, 'bad.txt: left out, it is a binary file; only plain text can be read.');
  });

  it('is left out where it is not UTF-8', () => {
    const line = 'bad.txt: left out, it is not UTF-8 text; save it as UTF-8.';
    check({ 'bad.txt': Buffer.from('Ein Depot für Züge', 'latin1') }, line);
    check({ 'bad.txt': Buffer.from('\uFEFFA depot', 'utf16le') }, line);
    check({ 'bad.txt': Uint8Array.of(0x41, 0xed, 0xa0, 0x80) }, line);
  });

  it('is left out where it is larger than a document may be', () => {
    const sizes = [MAX_DOCUMENT_BYTES, MAX_DOCUMENT_BYTES + 1].map((size) => 'A depot. '.padEnd(size));
    check({ 'bad.txt': sizes[1] ?? '' }, 'bad.txt: left out, it has 6 MB and a document may have 5 MB; split it.');
    expect(reading({ 'large.txt': sizes[0] ?? '' })).toMatchObject({ ids: ['large'], problems: [] });
  });

  it('is left out where it is a folder or a link', () => {
    const line = 'bad.txt: left out, it is not a plain file; put the document itself there.';
    check({}, line, (folder) => mkdirSync(join(folder, 'bad.txt')));
    check({}, line, (folder) => symlinkSync('good.txt', join(folder, 'bad.txt')));
  });

  it('is left out where it may not be read', (context) => {
    if (process.getuid?.() === 0) return context.skip('root may read everything');
    check({ 'bad.txt': good }, 'bad.txt: left out, it cannot be read (EACCES); check its permissions.', (folder) =>
      chmodSync(join(folder, 'bad.txt'), 0),
    );
  });

  it('is left out where another has its id; the first by name is read', () => {
    const { documents, problems } = reading({ 'depot.txt': good, 'depot.md': '# Another depot\n\nIt is old.' });
    expect(documents.map(({ file }) => file)).toEqual(['depot.md']);
    expect(problems).toEqual([
      'FOLDER/depot.txt: left out, another file has the same id "depot"; rename one of the two.',
    ]);
  });

  it('is told of in one line, whatever its name holds', () => {
    check({ 'ba\nd\u001b.txt': '' }, 'ba?d?.txt: left out, it holds no text.');
  });

  it('does not keep the others from being told of', () => {
    expect(reading({ 'a.txt': '', 'b.txt': 'A\0', 'c.txt': good }).problems).toEqual([
      'FOLDER/a.txt: left out, it holds no text.',
      'FOLDER/b.txt: left out, it is a binary file; only plain text can be read.',
    ]);
  });
});

describe('front matter', () => {
  const documentOf = (text: string) => {
    const { documents, problems } = reading({ 'a.md': text });
    const [document] = readCorpus(documents).documents;
    const { title, titleKnownBy, publisher, published, url } = document ?? {};
    return { found: { title, titleKnownBy, publisher, published, url }, body: document?.text, problems };
  };
  const check = (front: string, found: object, problems: readonly string[] = []) =>
    expect(documentOf(`---\n${front}\n---\n${good}`)).toMatchObject({ found, body: good, problems });

  const unstated = {
    title: 'A depot',
    titleKnownBy: 'first line',
    publisher: undefined,
    published: undefined,
    url: undefined,
  };

  it('states title, publisher, day and address', () => {
    check(
      'title: "Alder buys a depot"\npublisher: Alder Courier\npublished: 2026-04-27\nurl: https://courier.example/depot',
      {
        title: 'Alder buys a depot',
        titleKnownBy: 'front matter',
        publisher: 'Alder Courier',
        published: '2026-04-27',
        url: 'https://courier.example/depot',
      },
    );
  });

  it('may state some of them, none, or others', () => {
    check('publisher: Alder Courier', { ...unstated, publisher: 'Alder Courier' });
    check('', unstated);
    check('author: A. Holm\ntags: [depot]\npublisher:', unstated);
  });

  it.each([
    ['2026-04-27', '2026-04-27'],
    ['"2026-04-27"', '2026-04-27'],
    ['2026-04-27T18:30:00Z', '2026-04-27'],
    ['2026-04', '2026-04'],
    ['2026', '2026'],
  ])('dates a document as precisely as it says: %s', (written, published) => {
    check(`published: ${written}`, { published });
  });

  const usable = 'published is YYYY-MM-DD, url begins with https://, the others are plain text.';

  it.each(['2026-02-30', '2026-13-01', '27/04/2026', 'April 27', '2026-04-275', '20260427', 'soon', '[2026-04-27]'])(
    'with a date that is none is read without it: %s',
    (written) => {
      check(`title: Depot\npublished: ${written}`, { title: 'Depot', published: undefined }, [
        `FOLDER/a.md: in its front matter published is ignored; ${usable}`,
      ]);
    },
  );

  it.each(['courier.example/depot', '"javascript:alert(1)"', 'file:///etc/passwd', '"https://"', '"https://a b"', '7'])(
    'with an address that is none is read without it: %s',
    (written) => {
      check(`title: Depot\nurl: ${written}`, { title: 'Depot', url: undefined }, [
        `FOLDER/a.md: in its front matter url is ignored; ${usable}`,
      ]);
    },
  );

  it('with several bad fields names them in one line', () => {
    check('title: [a]\npublished: soon\nurl: here', unstated, [
      `FOLDER/a.md: in its front matter title, published, url is ignored; ${usable}`,
    ]);
  });

  it('that is not YAML is ignored; the text is read', () => {
    check('title: "Alder', unstated, [
      'FOLDER/a.md: its front matter is ignored, it is not YAML; write "title: ..." lines between two --- lines.',
    ]);
    check('title: a\ntitle: b', unstated, [
      'FOLDER/a.md: its front matter is ignored, it is not YAML; write "title: ..." lines between two --- lines.',
    ]);
  });

  it('that holds no fields is ignored; the text is read', () => {
    check('- Alder\n- Birch', unstated, [
      'FOLDER/a.md: its front matter is ignored; write "title: ..." lines between two --- lines.',
    ]);
  });

  it('ends at the first closing line, also where it is empty', () => {
    const text = `---\n---\n${good}\n---\nIt is old.\n`;
    expect(documentOf(text)).toMatchObject({ body: `${good}\n---\nIt is old.\n`, problems: [] });
  });

  it('is none where it does not open the file or does not end', () => {
    for (const text of [`\n---\ntitle: Depot\n---\n${good}`, `---\ntitle: Depot\n${good}`]) {
      expect(documentOf(text)).toMatchObject({ found: { publisher: undefined }, body: text, problems: [] });
    }
  });
});

describe('the text of a document', () => {
  const bodyOf = (text: string) => reading({ 'a.md': text }).documents[0]?.text;
  const check = (text: string, expected: string) => expect(bodyOf(text)).toBe(expected);

  it('is what the file holds, unchanged', () => {
    check(`  ${good}  \n\n`, `  ${good}  \n\n`);
  });

  it('begins behind a byte order mark, with front matter or without', () => {
    check(`\uFEFF${good}`, good);
    check(`\uFEFF---\ntitle: Depot\n---\n${good}`, good);
  });

  it('keeps the line ends of another system, and is quoted with them', () => {
    const text = 'A depot\r\n\r\nAlder Freight bought a depot.\r\nIt is old.\r\n';
    check(`---\r\ntitle: Depot\r\n---\r\n${text}`, text);
    const { documents } = reading({ 'a.md': `---\r\ntitle: Depot\r\n---\r\n${text}` });
    const { statements, documents: found } = readCorpus(documents);
    expect(found[0]?.title).toBe('Depot');
    expect(statements.map(({ quote, start, end }) => [quote, text.slice(start, end)])).toEqual([
      ['Alder Freight bought a depot.', 'Alder Freight bought a depot.'],
      ['It is old.', 'It is old.'],
    ]);
  });

  it('changes the version of the corpus with any byte of the file, its front matter included', () => {
    const versionOf = (text: string) => readCorpus(reading({ 'a.md': text }).documents).version;
    const versions = [good, `${good} `, `---\ntitle: Depot\n---\n${good}`, `---\ntitle: Hall\n---\n${good}`].map(
      versionOf,
    );
    expect(new Set(versions).size).toBe(versions.length);
    expect(versionOf(good)).toBe(versions[0]);
  });
});

describe('opening a folder', () => {
  it('tells of what was left out and finds what was read', () => {
    const found = withFolder({ 'a.md': good, 'b.txt': '' }, (folder) => {
      const { corpus, fileOf, problems, search } = openCorpus(folder);
      return {
        files: corpus.documents.map(({ id }) => fileOf(id)),
        problems: problems.length,
        hits: search.search('depot', 5).length,
      };
    });
    expect(found).toEqual({ files: ['a.md'], problems: 1, hits: 1 });
  });

  it('reads a text of half a megabyte', () => {
    const sentence = 'Alder Freight bought a depot on April 27, 2026, for $12 million. (alder.example) ';
    const text = `A depot\n\n${sentence.repeat(6_000)}`;
    withFolder({}, (folder) => {
      writeFileSync(join(folder, 'a.txt'), text);
      expect(readCorpus(readFolder(folder).documents).statements).toHaveLength(6_000);
    });
  });
});
