using System.Text.Json;
using BriefBot.Answers;
using BriefBot.Answers.Evaluation;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;
using BriefBot.Tuning;

// Trains the ranking from a folder and a questions file, and measures it on articles that it was not trained on.
if (args is not [var folder, var file, ..])
{
    Console.Error.WriteLine("usage: BriefBot.Tuning KNOWLEDGE_DIR QUESTIONS.jsonl [--write ranking.json]");
    return 2;
}

using var index = IndexFolder.InMemory();
await Folder.ReadAsync(folder, index);
ITextAnalyzer analyzer = LuceneAnalyzers.English;
var analyzerOfQuestions = new QuestionAnalyzer(analyzer);
var candidates = new CandidateSentences(analyzer);
var examples = QuestionsFile.Read(file).Select(question =>
{
    var analyzed = analyzerOfQuestions.Analyze(question.Question, []);
    var found = index.Search(new PassageQuery(analyzed.Terms, 10));
    var match = new QuestionMatch(analyzed, found.Terms);
    return new Example(question, match, found, candidates.Of(match, found));
}).ToArray();

var articles = examples.Select(e => e.Article).Distinct().Order(StringComparer.Ordinal).ToArray();
var measured = new List<Measured>();
const int Folds = 5;
for (var fold = 0; fold < Folds; fold++)
{
    var held = articles.Where((_, i) => i % Folds == fold).ToHashSet();
    var answering = new Answering(Training.Learn([.. examples.Where(e => !held.Contains(e.Article))]));
    measured.AddRange(examples.Where(e => held.Contains(e.Article)).Select(e => Measured.Of(e, answering)));
}

var answerable = measured.Where(m => m.Example.Question.Answerable).ToArray();
Print($"hit@1 {answerable.Average(m => m.Example.Found.Passages.Take(1).Any(p => p.Passage.Blocks.Any(b => AnswerMatch.Holds(b.Text, m.Example.Question.Answers))) ? 1.0 : 0):P1}"
    + $" hit@10 {answerable.Average(m => m.Example.Found.Passages.Any(p => p.Passage.Blocks.Any(b => AnswerMatch.Holds(b.Text, m.Example.Question.Answers))) ? 1.0 : 0):P1}");
Print($"refusal off: top {answerable.Average(m => m.TopRight ? 1.0 : 0):P1} first {answerable.Average(m => m.FirstRight ? 1.0 : 0):P1} reply {answerable.Average(m => m.ReplyRight ? 1.0 : 0):P1}"
    + $" sentences {answerable.Average(m => m.Sentences):F2} words {answerable.Average(m => m.Words):F1}");
foreach (var threshold in new[] { 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6 })
{
    var answered = answerable.Where(m => m.Confidence >= threshold).ToArray();
    Print($"at {threshold:F2}: answered {(double)answered.Length / answerable.Length:P1} right of those {answered.Average(m => m.ReplyRight ? 1.0 : 0):P1} | refused "
        + string.Join(" ", measured.Where(m => !m.Example.Question.Answerable).GroupBy(m => m.Example.Question.Kind).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Average(m => m.Confidence < threshold ? 1.0 : 0):P1}")));
}

foreach (var kind in answerable.GroupBy(m => m.Example.Match.Question.Expected))
{
    Print($"  {kind.Key} {kind.Count()}: top {kind.Average(m => m.TopRight ? 1.0 : 0):P1} reply {kind.Average(m => m.ReplyRight ? 1.0 : 0):P1}");
}

if (args is [_, _, "--write", var target])
{
    var model = Training.Learn(examples);
    File.WriteAllText(target, JsonSerializer.Serialize(model, RankingModelJson.Default.RankingModel) + "\n");
}

return 0;

static void Print(string line) => Console.WriteLine(line);
