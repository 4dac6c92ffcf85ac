using System.Text.Json;
using BriefBot.Answers.Ranking;
using BriefBot.Service.Retrieval.Embeddings;
using BriefBot.Tuning;

// Trains the ranking, and measures answers on what it was not trained on.
CachedEmbeddings? cache = null;
switch (args)
{
    case ["support", var wordnet, var opposites, var verbs]:
        new SupportWords(wordnet).WriteOpposites(opposites);
        new SupportWords(wordnet).WriteVerbs(verbs);
        return 0;
    case ["words", var wordnet, var related, var forms]:
        var made = new WordNet(wordnet);
        made.Write(related);
        made.WriteForms(forms);
        return 0;
    case ["figures", .. var rest]:
        var figures = Open(rest);
        await (rest.Contains("--shipped") ? figures.PrintShippedAsync() : figures.PrintCrossValidatedAsync());
        break;
    case ["reports", var folder, .. var rest]:
        await Reports.PrintAsync(folder, rest.Contains("--words") ? null : ShippedEmbeddingModel.Find());
        break;
    case ["reading", .. var rest]:
        ReadingFigures.Print([.. rest.Where(folder => folder != "--show")], rest.Contains("--show"));
        return 0;
    case ["ablate", .. var rest]:
        Ablation.Print(
            await Open(rest).ExamplesAsync(),
            [.. rest.Where(name => Enum.TryParse<RankingFeature>(name, out _)).Select(Enum.Parse<RankingFeature>)]
        );
        break;
    case ["train", var target, .. var rest]:
        Write(
            target,
            Training.Learn([.. (await Open(rest).ExamplesAsync()).Where(example => !example.Set.IsMeasuredOnly)]) with
            {
                Mark = RankingModel.Shipped.Mark,
                MarkAbove = RankingModel.Shipped.MarkAbove,
            }
        );
        break;
    case ["marks", .. var rest]:
        Marks.Print(await Open(rest).ExamplesAsync());
        break;
    case ["train-marks", var target, .. var rest]:
        Write(target, Marks.Learn(RankingModel.Shipped, await Open(rest).ExamplesAsync()));
        break;
    case ["pairs", .. var files]:
        Pairs.Print(files);
        break;
    case ["replay", var asked, var replies, var folder, .. var rest]:
        await Replay.PrintAsync(asked, replies, folder, rest.Contains("--words") ? null : Model(), rest.Contains("--verified"));
        break;
    default:
        Console.Error.WriteLine(
            """
            figures SETS [--words] [--shipped]        measures whole answers, cross-validated or with the shipped weights; --replies FILE writes each reply
            reports DIR [--words]                     checks whole replies by patterns, as DIR/checks.jsonl names them
            reading DIR… [--show]                     what the reading of Markdown folders leaves wrong: marks, lost words, lines; each fault with --show
            ablate SETS [--without FEATURE…]          what each feature of the ranking brings, left out alone, or those together
            train RANKING.json SETS                   learns from all sets and writes the weights
            marks SETS                                whether what is marked in the replies is what answers
            train-marks RANKING.json SETS             learns what to mark in replies, and writes it beside the shipped weights
            replay QUESTIONS.jsonl REPLIES.jsonl DIR  what is posted of a model's recorded replies; DIR is the knowledge folder, or holds those that the questions name;
                                                      with --verified a verifier says yes to everything, else the rules decide alone
            pairs FILE.jsonl…                         what each rule brings that proves a model's sentences, on true and changed ones with their proofs
            words WORDNET_DIR RELATED.tsv FORMS.tsv   makes the tables of related words and irregular forms
            support WORDNET_DIR OPPOSITES.tsv VERBS.tsv
                                                      makes the tables of opposites and verbs
            SETS: --folders DIR --docs DIR --articles KNOWLEDGE_DIR QUESTIONS.jsonl… --also QUESTIONS.jsonl…
              folders: DIR/NAME holds knowledge/ and questions.jsonl; docs: the same, each left out of the training alone; articles: left out article by article;
              also: about the same articles, measured only. --words asks without embeddings. BRIEFBOT_VECTORS names a file that keeps vectors from run to run.
            """
        );
        return 2;
}

cache?.Save();
return 0;

Figures Open(IReadOnlyList<string> arguments) =>
    new(QuestionSet.Read(arguments), arguments.Contains("--words") ? null : Model(), After(arguments, "--replies"));

static string? After(IReadOnlyList<string> arguments, string name) =>
    arguments.SkipWhile(argument => argument != name).ElementAtOrDefault(1);

// The shipped model of embeddings, if there is one, with what BRIEFBOT_VECTORS keeps.
EmbeddingModel? Model()
{
    var model = ShippedEmbeddingModel.Find();
    cache = model is null ? null : new CachedEmbeddings(model, Environment.GetEnvironmentVariable("BRIEFBOT_VECTORS"));
    return model is null ? null : model with { Load = () => cache! };
}

static void Write(string target, RankingModel model) =>
    File.WriteAllText(target, JsonSerializer.Serialize(model, RankingModelJson.Default.RankingModel) + "\n");
