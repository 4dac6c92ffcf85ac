using BriefBot.Answers;
using BriefBot.Knowledge.Articles;

namespace BriefBot.Tests.Fakes;

/// <summary>Answers as a test says, and keeps what it was asked.</summary>
internal sealed class ScriptedAnswerer : IAnswerer
{
    private readonly List<(string Question, IReadOnlyList<PreviousQuestion> Earlier)> _asked = [];

    public Func<string, CancellationToken, Task<Answer>> Says { get; set; } = (_, _) => Task.FromResult<Answer>(Grounded("It is so."));

    public IReadOnlyList<(string Question, IReadOnlyList<string> Earlier)> Asked =>
        [.. _asked.Select(asked => (asked.Question, (IReadOnlyList<string>)[.. asked.Earlier.Select(question => question.Text)]))];

    /// <summary>What was shown to the questions before the last that was asked.</summary>
    public IReadOnlyList<PreviousQuestion> Earlier => _asked[^1].Earlier;

    public static Answer.Grounded Grounded(string sentence, params Highlight[] highlights) =>
        new()
        {
            Sentences =
            [
                new AnswerSentence
                {
                    Text = sentence,
                    Citations = [1],
                    Highlights = highlights,
                },
            ],
            Citations = [Citation(sentence)],
            Confidence = 0.8,
        };

    public static Answer.Grounded Code(string code)
    {
        var answer = Grounded(code);
        return answer with { Sentences = [answer.Sentences[0] with { Form = new BlockForm(BlockKind.Code) }] };
    }

    /// <summary>A table of two rows, and a list of which three items are not shown.</summary>
    public static Answer.Grounded TableAndList()
    {
        var answer = Grounded("Ship | Drive | Takes");
        return answer with
        {
            Sentences =
            [
                answer.Sentences[0] with
                {
                    Form = new BlockForm(BlockKind.TableHeader),
                },
                answer.Sentences[0] with
                {
                    Text = "Heron | battery | 120",
                    Form = new BlockForm(BlockKind.TableRow),
                    Citations = [2],
                },
                answer.Sentences[0] with
                {
                    Text = "Arrow | | 181",
                    Form = new BlockForm(BlockKind.TableRow),
                    Citations = [3],
                },
                answer.Sentences[0] with
                {
                    Text = "Board it",
                    Form = new BlockForm(BlockKind.ListItem, 1, BeginsItem: true, 4),
                    Part = 1,
                    ItemsLeft = 3,
                    Citations = [4],
                },
            ],
            Citations = [.. Enumerable.Range(1, 4).Select(number => Citation("unused") with { Number = number })],
        };
    }

    public static Citation Citation(string quote) =>
        new()
        {
            Number = 1,
            Path = "a.md",
            Title = "Some title",
            Section = "One › Two",
            Date = new DateOnly(2025, 9, 4),
            Place = new Place(PlaceUnit.Line, 3, 4),
            Hash = Some.Hash,
            Quote = quote,
        };

    public async Task<Answer> AnswerAsync(string question, IReadOnlyList<PreviousQuestion> earlier, CancellationToken cancellationToken)
    {
        lock (_asked)
        {
            _asked.Add((question, earlier));
        }

        var answer = await Says(question, cancellationToken);
        return answer is Answer.Unavailable ? answer : answer with { Attempt = new RankedEvidence([]) };
    }
}
