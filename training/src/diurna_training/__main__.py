"""Train and export the language model: `python -m diurna_training --data DATA --out DIR`.

`DATA` is the folder that holds `language/` with the data sets. A stopped run goes on from its checkpoint.
`python -m benchmarks.reading` scores what was exported.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from diurna.language import load_model
from diurna.language import weights as files
from diurna_training.corpus import Corpus, load_corpus, load_smoke
from diurna_training.export import copy_weights, load_tokenizer, replace_file
from diurna_training.lexicon import build_lexicon, lexicon_text
from diurna_training.loop import Plan
from diurna_training.run import Run
from diurna_training.similarity import texts_of, write_table

STEPS = 12_000
LAYERS = 4
SMOKE = Plan(steps=6, windows=4, warmup=2, save_every=3, threads=1)


def main(arguments: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="diurna_training", description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with language/, or a CoNLL-U file with --smoke"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder of the run: checkpoint, log, weights/")
    parser.add_argument("--steps", type=int, default=STEPS, help=f"training steps (default {STEPS})")
    parser.add_argument("--threads", type=int, default=1, help="cores to use (default 1)")
    parser.add_argument("--layers", type=int, default=LAYERS, help=f"layers of the encoder (default {LAYERS})")
    parser.add_argument("--export-every", type=int, default=1500, help="steps between exports (default 1500)")
    parser.add_argument("--publish", type=Path, help="copy every export to this folder too")
    parser.add_argument("--smoke", action="store_true", help="a few steps on a tiny part, to see that everything runs")
    parser.add_argument(
        "--without", action="append", default=[], metavar="SET", help="leave a set out (more than once for several)"
    )
    parser.add_argument(
        "--teacher", type=Path, metavar="WEIGHTS", help="let these weights draw trees in texts whose sets have none"
    )
    parser.add_argument("--float", action="store_true", help="only export the checkpoint unquantised: weights-float/")
    parser.add_argument("--similarity", type=Path, metavar="WEIGHTS", help="only renew the table of this folder")
    parser.add_argument("--lexicon", type=Path, metavar="WEIGHTS", help="only renew the lexicon of this folder")
    options = parser.parse_args(arguments)
    data = options.data / "language" if (options.data / "language").is_dir() else options.data
    corpus: Corpus = load_smoke(data) if options.smoke else load_corpus(data, options.without)
    if options.similarity:
        options.out.mkdir(parents=True, exist_ok=True)
        write_table(texts_of(corpus), options.out / files.SIMILARITY)
        replace_file(options.out / files.SIMILARITY, options.similarity)
        return
    if options.lexicon:
        options.out.mkdir(parents=True, exist_ok=True)
        lexicon = build_lexicon(corpus.train, frozenset(load_tokenizer().get_vocab()))
        (options.out / files.LEXICON).write_text(lexicon_text(lexicon), encoding="utf-8")
        replace_file(options.out / files.LEXICON, options.lexicon)
        return
    if options.teacher:
        corpus.draw_trees(load_model(options.teacher))
    plan = SMOKE if options.smoke else Plan(steps=options.steps, threads=options.threads)
    run = Run.prepare(options.out, plan, corpus, options.layers)
    if options.float:
        run.export(options.out / "weights-float", quantised=False)
        return
    weights = options.out / "weights"

    def export(run: Run) -> None:
        run.export(weights)
        if options.publish:
            copy_weights(weights, options.publish)

    run.train(export, options.export_every)
    run.export(weights)
    if options.publish:
        copy_weights(weights, options.publish)


if __name__ == "__main__":
    main()
