using System.Globalization;
using System.Text.Json;
using BriefBot.Answers.Evaluation;
using BriefBot.Answers.Ranking;
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
    case ["measure", var folder, var questions]:
        var (all, each, reworded) = await AskAsync(folder, questions);
        var models = new CrossValidation(all, each, reworded);
        var allMeasured = models.Measure(all);
        Report.Print("the whole folder", allMeasured);
        Report.PrintKinds(allMeasured);
        Report.Print("each article alone", models.Measure(each));
        return 0;
    case ["marks", var folder, var questions]:
        Marks.Print(new Asking(await Folder.ReadAsync(folder)).OfAll(QuestionsFile.Read(questions)));
        return 0;
    case ["models", var folder, var questions]:
        await Models.PrintAsync(folder, QuestionsFile.Read(questions));
        return 0;
    case ["train-marks", var folder, var target, .. var files]:
        var asker = new Asking(await Folder.ReadAsync(folder));
        var withMarks = Marks.Learn(RankingModel.Shipped, [.. files.Select(file => asker.OfAll(QuestionsFile.Read(file)))]);
        File.WriteAllText(target, JsonSerializer.Serialize(withMarks, RankingModelJson.Default.RankingModel) + "\n");
        return 0;
    case ["typos", var folder, var questions, .. var options]:
        int Option(string name, int otherwise) =>
            Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? int.Parse(options[at + 1], CultureInfo.InvariantCulture) : otherwise;
        var (asked, alone, other) = await AskAsync(folder, questions);
        new TypoLoss(new Asking(await Folder.ReadAsync(folder)), new CrossValidation(asked, alone, other))
            .Print(asked, Option("--seed", 1), Math.Max(Option("--draws", 5), 1), Option("--show", 0));
        return 0;
    case ["ablate", var folder, var questions, .. var left]:
        var (ablatedAll, _, _) = await AskAsync(folder, questions);
        Ablation.Print(ablatedAll, [.. left.Select(Enum.Parse<Feature>)]);
        return 0;
    case ["train", var folder, var questions, var target]:
        var (trainAll, trainEach, trainReworded) = await AskAsync(folder, questions);
        File.WriteAllText(target, JsonSerializer.Serialize(Training.Learn([.. trainAll, .. trainEach], trainReworded), RankingModelJson.Default.RankingModel) + "\n");
        return 0;
    default:
        Console.Error.WriteLine("""
            measure KNOWLEDGE_DIR QUESTIONS.jsonl            trains and measures, cross-validated by article
            marks KNOWLEDGE_DIR QUESTIONS.jsonl              whether what is marked in the replies is what answers
            models KNOWLEDGE_DIR QUESTIONS.jsonl             what the check lets through of a model that writes all it is given, and of one that knows
            typos KNOWLEDGE_DIR QUESTIONS.jsonl [--draws 5] [--seed 1] [--show 0]
                                                             what one typo in each question costs, and the first slips that cost an answer
            ablate KNOWLEDGE_DIR QUESTIONS.jsonl [FEATURE…]  what each feature of the ranking brings, left out alone, or those together
            train KNOWLEDGE_DIR QUESTIONS.jsonl RANKING.json trains on all and writes the weights
            train-marks KNOWLEDGE_DIR RANKING.json QUESTIONS.jsonl…
                                                             trains what to mark in replies, and writes it beside the shipped weights
            words WORDNET_DIR RELATED.tsv FORMS.tsv          makes the tables of related words and irregular forms
            support WORDNET_DIR OPPOSITES.tsv VERBS.tsv      makes the tables of opposites and verbs
            """);
        return 2;
}

static async Task<(IReadOnlyList<Example> All, IReadOnlyList<Example> Each, IReadOnlyList<Example> Reworded)> AskAsync(string folder, string file)
{
    var asking = new Asking(await Folder.ReadAsync(folder));
    var all = asking.OfAll(QuestionsFile.Read(file));
    var (each, reworded) = asking.OfEach(all);
    return (all, each, reworded);
}
