using BriefBot.Answers;
using BriefBot.Chat;
using BriefBot.Chat.Gateways;
using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Retrieval;
using BriefBot.Service.Retrieval;
using Microsoft.Extensions.Options;

namespace BriefBot.Tests.Fakes;

/// <summary>Where any value will do.</summary>
internal static class Some
{
    public const string Hash = "0123456789abcdef";

    public static Reply Reply(Answer answer) =>
        new Reply.Answered
        {
            Id = "r",
            ElapsedMilliseconds = 1,
            Answer = answer,
        };

    public static FolderAnswers FolderAnswers(KnowledgeCatalog? catalog = null, IPassageReader? passages = null) =>
        new(catalog ?? new KnowledgeCatalog(), passages ?? new CountingPassageIndex(), LuceneAnalyzers.English, () => "id");

    public static IncomingMessage Message(string text, string conversation = "c", string id = "m") =>
        new()
        {
            Id = id,
            Network = "some",
            Channel = conversation,
            Author = "ann",
            Kind = MessageKind.Direct,
            Text = text,
        };

    public static PressedAction Pressed(string button, string author)
    {
        var (name, data) = PressedAction.ParseId(button);
        return new PressedAction
        {
            Name = name,
            Data = data,
            Author = author,
            Place = Message(""),
        };
    }

    public static TextBlock Block(string text, BlockKind kind = BlockKind.Prose, int line = 1) =>
        new()
        {
            Text = text,
            Kind = kind,
            Places = [new PlaceStart(0, line)],
        };

    public static Passage Passage(
        string text,
        string path = "a.md",
        int ordinal = 0,
        string title = "Some title",
        params string[] headings
    ) =>
        new()
        {
            Path = path,
            Ordinal = ordinal,
            Title = title,
            Headings = headings,
            Hash = Hash,
            Blocks = [Block(text)],
        };

    public static ArticleHead Head(string path = "a.md") =>
        new()
        {
            Path = path,
            Title = "Some title",
            Hash = Hash,
        };

    public static Article Article(string path, params string[] passages) =>
        new()
        {
            Path = path,
            Title = "Some title",
            Hash = Hash,
            Passages = [.. passages.Select((text, i) => Passage(text, path, i))],
        };

    public static IOptions<KnowledgeOptions> Knowledge(KnowledgeOptions? options = null) =>
        Options.Create(options ?? new KnowledgeOptions());

    public static PassageCutter Cutter(int min = 60, int max = 180) =>
        new(
            Options.Create(
                new KnowledgeOptions
                {
                    Limits = new() { MinPassageWords = min, MaxPassageWords = max },
                }
            )
        );

    public static string Words(int count, string word = "word") => string.Join(' ', Enumerable.Repeat(word, count)) + ".";
}
