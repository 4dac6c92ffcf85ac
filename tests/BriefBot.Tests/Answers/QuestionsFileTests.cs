using BriefBot.Answers.Evaluation;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Answers;

public sealed class QuestionsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void LinesAreRead()
    {
        var questions = Read(
            "{\"question\":\"Who?\",\"answers\":[\"me\"],\"answerable\":true,\"path\":\"a.md\",\"id\":\"1\",\"kind\":\"who\"}\n\n{\"question\":\"What?\",\"answerable\":false}\n"
        );
        Assert.Equal(
            [("Who?", "a.md", "who"), ("What?", null, null)],
            questions.Select(question => (question.Question, question.Path, question.Kind))
        );
    }

    [Theory]
    [InlineData("{\"question\":\"Who?\",\"answers\":[\"me\"]}\nnot json", ":2: this isn’t valid JSON.")]
    [InlineData("{\"answers\":[\"me\"]}", ":1: there is no \"question\".")]
    [InlineData("{\"question\":\"Who?\",\"answers\":\"me\"}", ":1: \"answers\" has a value of the wrong type.")]
    [InlineData("{\"question\":\"Who?\"}", "\"answers\"")]
    [InlineData("null", "JSON object")]
    [InlineData("\n", "no question")]
    public void ABadLineIsNamed(string text, string told) =>
        Assert.Contains(told, Assert.Throws<InvalidDataException>(() => Read(text)).Message, StringComparison.Ordinal);

    private IReadOnlyList<EvaluationQuestion> Read(string text) => QuestionsFile.Read(_folder.With("q.jsonl", text)["q.jsonl"]);
}
