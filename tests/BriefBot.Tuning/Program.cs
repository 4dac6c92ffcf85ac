using System.Globalization;
using System.Text.Json;
using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Ranking;
using BriefBot.Service.Retrieval.Embeddings;
using BriefBot.Tuning;

// Trains the ranking from a folder and a questions file, and measures it on articles that it was not trained on.
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
    case ["measure", var folder, .. var files]:
        var (wordings, others) = await AskAsync(folder, files);
        var models = new CrossValidation(wordings);
        foreach (var wording in wordings.Concat(others))
        {
            var measured = models.Measure(wording.All);
            Report.Print($"{wording.Name}, the whole folder", measured);
            Report.PrintKinds(measured);
        }

        foreach (var wording in wordings)
        {
            Report.Print($"{wording.Name}, each article alone", models.Measure(wording.Each));
        }

        return 0;
    case ["parts", var folder, .. var files]:
        var (trained, measuredOnly) = await AskAsync(folder, files);
        Parts.Print(trained, measuredOnly);
        return 0;
    case ["costs", var folder, .. var files]:
        var (paid, counted) = await AskAsync(folder, files);
        Costs.Print(paid, counted);
        return 0;
    case ["marks", var folder, var questions]:
        Marks.Print(await (await AskerAsync(folder)).OfAllAsync(QuestionsFile.Read(questions)));
        return 0;
    case ["models", var folder, var questions]:
        await Models.PrintAsync(folder, QuestionsFile.Read(questions));
        return 0;
    case ["train-marks", var folder, var target, .. var files]:
        var asker = await AskerAsync(folder);
        var asked = new List<IReadOnlyList<Example>>();
        foreach (var file in files)
        {
            asked.Add(await asker.OfAllAsync(QuestionsFile.Read(file)));
        }

        var withMarks = Marks.Learn(RankingModel.Shipped, asked);
        File.WriteAllText(target, JsonSerializer.Serialize(withMarks, RankingModelJson.Default.RankingModel) + "\n");
        return 0;
    case ["typos", var folder, var questions, .. var options]:
        int Option(string name, int otherwise) =>
            Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? int.Parse(options[at + 1], CultureInfo.InvariantCulture) : otherwise;
        var typist = await AskerAsync(folder);
        var typed = await Wording.AskAsync(typist, questions);
        await new TypoLoss(typist, new CrossValidation([typed])).PrintAsync(typed.All, Option("--seed", 1), Math.Max(Option("--draws", 5), 1), Option("--show", 0));
        return 0;
    case ["ablate", var folder, .. var rest]:
        var left = rest.Where(name => Enum.TryParse<Feature>(name, out _)).ToArray();
        var (ablated, _) = await AskAsync(folder, [.. rest.Except(left)]);
        Ablation.Print([.. ablated.SelectMany(wording => wording.All)], [.. left.Select(Enum.Parse<Feature>)]);
        return 0;
    case ["train", var folder, var target, .. var files]:
        var (learnt, _) = await AskAsync(folder, files);
        // Of words alone the other wordings teach nothing (`parts`): those weights stay.
        var shipped = RankingModel.Shipped with { Semantic = Training.LearnSemantic(learnt.SelectMany(wording => wording.All.Concat(wording.Each))) };
        File.WriteAllText(target, JsonSerializer.Serialize(shipped, RankingModelJson.Default.RankingModel) + "\n");
        return 0;
    default:
        Console.Error.WriteLine("""
            measure KNOWLEDGE_DIR QUESTIONS.jsonl… [--also QUESTIONS.jsonl…]
                                                             trains and measures, cross-validated by article; the last files are measured only
            parts KNOWLEDGE_DIR QUESTIONS.jsonl… [--also QUESTIONS.jsonl…]
                                                             what each part of what is learned brings
            costs KNOWLEDGE_DIR QUESTIONS.jsonl… [--also QUESTIONS.jsonl…]
                                                             what it costs to answer from each confidence on
            marks KNOWLEDGE_DIR QUESTIONS.jsonl              whether what is marked in the replies is what answers
            models KNOWLEDGE_DIR QUESTIONS.jsonl             what the check lets through of a model that writes all it is given, and of one that knows
            typos KNOWLEDGE_DIR QUESTIONS.jsonl [--draws 5] [--seed 1] [--show 0]
                                                             what one typo in each question costs, and the first slips that cost an answer
            ablate KNOWLEDGE_DIR QUESTIONS.jsonl… [FEATURE…] what each feature of the ranking brings, left out alone, or those together
            train KNOWLEDGE_DIR RANKING.json QUESTIONS.jsonl…
                                                             trains on all and writes the weights of words with similarity beside the shipped ones
            train-marks KNOWLEDGE_DIR RANKING.json QUESTIONS.jsonl…
                                                             trains what to mark in replies, and writes it beside the shipped weights
            words WORDNET_DIR RELATED.tsv FORMS.tsv          makes the tables of related words and irregular forms
            support WORDNET_DIR OPPOSITES.tsv VERBS.tsv      makes the tables of opposites and verbs
            """);
        return 2;
}

static async Task<Asking> AskerAsync(string folder) =>
    new(await Folder.ReadAsync(folder), ShippedEmbeddingModel.Find() is { } model ? new NewSimilarity(model) : null);

static async Task<(IReadOnlyList<Wording> Trained, IReadOnlyList<Wording> Measured)> AskAsync(string folder, IReadOnlyList<string> files)
{
    var asking = await AskerAsync(folder);
    var wordings = new List<Wording>();
    foreach (var file in files.Where(file => file != "--also"))
    {
        wordings.Add(await Wording.AskAsync(asking, file));
    }

    var trained = files.TakeWhile(file => file != "--also").Count();
    return (wordings[..trained], wordings[trained..]);
}
