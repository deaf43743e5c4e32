import { tell } from './results.mjs';

/** Counts the scenarios; a spec that cannot be loaded counts as a failed one. */
export default class {
  errors = 0;

  onBegin(_config, suite) {
    this.suite = suite;
  }

  onError() {
    this.errors += 1;
  }

  onEnd() {
    const results = { passed: 0, failed: this.errors, skipped: [] };
    for (const test of this.suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'skipped')
        results.skipped.push({ title: test.titlePath().filter(Boolean).join(' › '), reason: reasonOf(test) });
      else results[outcome === 'unexpected' ? 'failed' : 'passed'] += 1;
    }
    tell(results);
  }

  printsToStdio() {
    return false;
  }
}

function reasonOf(test) {
  const annotations = [...test.annotations, ...test.results.flatMap((result) => result.annotations)];
  return annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
}
