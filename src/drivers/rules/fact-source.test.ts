import { test } from 'vitest';
import { expectProblems, driver, fact } from '../../../tests/fixtures/content-tree.ts';

test('a fact without source and date is named at its key, once for each', () =>
  expectProblems(
    {
      'content/drivers/docker-aufs.yaml': driver(
        'aufs',
        `  ‸‸copy_up:\n    value: file\n    confidence: verified\n${fact('max_layers', '125')}`,
      ),
    },
    'fact-source  The fact `copy_up` has no source. Add `source:` with the address of the page or line that says so; only the value `unknown` may go without.',
    "fact-source  The fact `copy_up` has no date. Add `checked: 'YYYY-MM-DD'` with the day on which you read the source.",
  ));

test('an unknown value goes without a source, and not without a date', () =>
  expectProblems(
    {
      'content/drivers/docker-aufs.yaml': driver(
        'aufs',
        `  ‸copy_up:\n    value: unknown\n    confidence: verified\n${fact('max_layers', '125')}`,
      ),
    },
    "fact-source  The fact `copy_up` has no date. Add `checked: 'YYYY-MM-DD'` with the day on which you read the source.",
  ));

test("an event in an engine's timeline needs a source too", () =>
  expectProblems(
    {
      'content/engines/docker.yaml':
        "name: Docker\nevents:\n  - ‸version: '1.0'\n    date: '2014-07-24'\n    event: policy\n    text: Text.\n    checked: '2026-11-24'\n    confidence: verified\n",
    },
    'fact-source  The event has no source. Add `source:` with the address of the page or line that says so; only the value `unknown` may go without.',
  ));
