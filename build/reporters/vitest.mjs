import { tell } from './results.mjs';

/** Counts the tests; a file that cannot even be loaded, or an error outside of every test, counts as a failed one. */
export default class {
  onTestRunEnd(modules, unhandledErrors) {
    const results = { passed: 0, failed: unhandledErrors.length, skipped: [] };
    for (const module of modules) {
      const failedBefore = results.failed;
      for (const test of module.children.allTests()) {
        const { state, note } = test.result();
        if (state === 'skipped')
          results.skipped.push({ title: `${module.relativeModuleId} › ${test.fullName}`, reason: note });
        else results[state === 'passed' ? 'passed' : 'failed'] += 1;
      }
      if (module.state() === 'failed' && results.failed === failedBefore) results.failed += 1;
    }
    tell(results);
  }
}
