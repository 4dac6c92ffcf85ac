using System.Text.RegularExpressions;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests;

/// <summary>What the compiler can't guard: which room may know of which, and of which vendor.</summary>
public sealed partial class WallsTests
{
    /// <summary>Each knows only those before it.</summary>
    private static readonly string[] Rooms = ["Knowledge", "Retrieval", "Answers", "Chat", "Hosting"];

    private const int MostLines = 400;
    private const int MostColumns = 180;

    public static TheoryData<string, string> Vendors => new()
    {
        { @"\bLucene\.Net\b", "Retrieval/" },
        { @"\b(?:Microsoft\.ML|FastBertTokenizer)\b", "Retrieval/" },
        { @"\bMicrosoft\.SemanticKernel\b", "Answers/" },
        { @"\bMarkdig\b", "Knowledge/" },
        { @"\bAngleSharp\b", "Knowledge/" },
        { @"\bDocumentFormat\.OpenXml\b", "Knowledge/" },
        { @"\bUglyToad\.PdfPig\b", "Knowledge/" },
        { @"\bYamlDotNet\b", "Knowledge/" },
        { @"\b(?:Microsoft\.AspNetCore|System\.Net\.WebSockets)\b", "Chat/|Hosting/" },
        { @"\bSpectre\.Console\b", "Chat/|Hosting/" },
        { @"\bSystem\.CommandLine\b", "Hosting/|Program" },
        { @"\busing Discord\b", "" },
    };

    [Theory]
    [MemberData(nameof(Vendors))]
    public void AVendorIsKnownInItsOwnRoomOnly(string vendor, string rooms)
    {
        var home = rooms.Length > 0 ? $"^src/BriefBot.Service/(?:{rooms})" : "^src/BriefBot.DiscordNet/";
        var strangers = Sources("src").Where(file => Finds(vendor, file.Text) && !Finds(home, file.Path));
        Assert.Empty(strangers.Select(file => file.Path));
    }

    [Fact]
    public void TheVendorsAreFoundAtAll() =>
        Assert.Contains(Sources("src"), file => file.Text.Contains("using Lucene.Net", StringComparison.Ordinal));

    [Fact]
    public void TheThinkingReferencesNoVendorPackage()
    {
        var project = File.ReadAllText(Checkout.Path("src/BriefBot/BriefBot.csproj"));
        var packages = PackageReference().Matches(project).Select(match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.StartsWith("Microsoft.Extensions.", package, StringComparison.Ordinal));
    }

    [Fact]
    public void ARoomKnowsOnlyTheRoomsBelowIt()
    {
        var backwards =
            from file in Sources("src")
            let room = Array.FindIndex(Rooms, name => file.Path.Contains($"/{name}/", StringComparison.Ordinal))
            where room >= 0
            from above in Rooms.Skip(room + 1)
            where Finds($@"\bBriefBot(?:\.Service)?\.{above}\b", file.Text)
            select $"{file.Path} knows {above}";
        Assert.Empty(backwards);
    }

    /// <summary>
    /// The public records of Answers are the words that its inner rooms speak; its internal classes put the rooms together.
    /// Whatever is declared further back is unknown to those before it.
    /// </summary>
    [Fact]
    public void AnInnerRoomOfAnswersKnowsOnlyThoseBeforeIt()
    {
        string[] order = ["public", "Language", "Entailment", "Understanding", "Ranking", "Selection", "internal", "Evaluation"];
        var files = Sources("src/BriefBot/Answers")
            .Select(file => (file.Path, Code: WithoutTexts(file.Text), Room: Array.IndexOf(order, InnerRoom(file.Path, file.Text)))).ToArray();
        Assert.All(order, (name, room) => Assert.Contains(files, file => file.Room == room));
        Assert.Empty(Backwards(files));
    }

    [Fact]
    public void NothingButTheCheckMakesAGroundedAnswer()
    {
        var makers = Sources("src").Where(file => file.Text.Contains("new Answer.Grounded", StringComparison.Ordinal)).Select(file => Path.GetFileName(file.Path));
        Assert.Equal(["GroundingCheck.cs"], makers);
    }

    /// <summary>What is public of Knowledge itself are its seams, its settings and what it tells: every inner room may know them.</summary>
    [Fact]
    public void AnInnerRoomOfKnowledgeKnowsOnlyThoseBeforeItAndTheSeams()
    {
        string[] order = ["Articles", "Folder", "internal", "Checking"];
        var files = Sources("src/BriefBot/Knowledge").Select(file => (file.Path, Code: WithoutTexts(file.Text), Room: Array.IndexOf(order, InnerRoom(file.Path, file.Text))))
            .Where(file => file.Room >= 0).ToArray();
        Assert.Equal(order.Length, files.Select(file => file.Room).Distinct().Count());
        Assert.Empty(Backwards(files));
    }

    private static string InnerRoom(string path, string text) => Folder(path) is { Length: > 0 } room ? room : PublicType().IsMatch(text) ? "public" : "internal";

    private static string Folder(string path) => path.Split('/') is [_, _, _, var room, _] ? room : "";

    private static IEnumerable<string> Backwards(IReadOnlyList<(string Path, string Code, int Room)> files)
    {
        var declared = files.SelectMany(file => Declared().Matches(file.Code).Select(match => (Type: match.Groups["type"].Value, file.Room)))
            .ToLookup(type => type.Type, type => type.Room);
        return
            from file in files
            from name in Name().Matches(file.Code).Select(match => match.Value).Distinct()
            where declared[name].Any() && declared[name].All(room => room > file.Room)
            select $"{file.Path} knows {name}";
    }

    /// <summary>The code without its comments and what stands between quotation marks.</summary>
    private static string WithoutTexts(string code) => Texts().Replace(code, "");

    [Fact]
    public void TheThinkingKnowsNothingOfThePlugging() =>
        Assert.DoesNotContain(Sources("src/BriefBot"), file => file.Text.Contains("BriefBot.Service", StringComparison.Ordinal));

    [Fact]
    public void AFileAndALineCanBeTakenInAtOneLook()
    {
        var files = Sources("src").Concat(Sources("tests")).Select(file => (file.Path, Lines: file.Text.Split('\n'))).ToArray();
        Assert.Empty(files.Where(file => file.Lines.Length > MostLines + 1).Select(file => file.Path));
        Assert.Empty(files.SelectMany(file => file.Lines.Index().Where(line => line.Item.Length > MostColumns).Select(line => $"{file.Path}:{line.Index + 1}")));
    }

    [Fact]
    public void EveryRoomOfTheTestsIsARoomOfTheHouse()
    {
        var folders = Directory.GetDirectories(Checkout.Path("tests/BriefBot.Tests")).Select(Path.GetFileName).Except(["bin", "obj", "TestResults"]);
        Assert.Empty(folders.Except([.. Rooms, "Fakes"]));
    }

    [Fact]
    public void TheTopLevelHoldsNothingUnexpected()
    {
        string[] expected =
        [
            "src", "tests", "knowledge", "deploy", "data", "README.md", "CHANGELOG.md", "LICENSE",
                "BriefBot.sln", "Dockerfile", "Directory.Build.props", "Directory.Packages.props",
                "BannedSymbols.txt", "global.json",
            "TestResults", "BenchmarkDotNet.Artifacts",
        ];
        var found = Directory.GetFileSystemEntries(Checkout.Root).Select(Path.GetFileName).Where(name => !name!.StartsWith('.'));
        Assert.Empty(found.Except(expected));
    }

    private static bool Finds(string pattern, string text) => Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking, TimeSpan.FromSeconds(10));

    private static IEnumerable<(string Path, string Text)> Sources(string below) =>
        Directory.EnumerateFiles(Checkout.Path(below), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Select(path => (path, File.ReadAllText(Checkout.Path(path))));

    [GeneratedRegex(@"//.*|""(?:\\.|[^""\\\n])*""")]
    private static partial Regex Texts();

    [GeneratedRegex(@"^public (?:\w+ )*(?:class|record|struct|enum|interface)\b", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"^(?:public|internal) (?:\w+ )*(?:class|record|struct|enum|interface|delegate \w+) (?<type>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    /// <summary>A name that is none of a member.</summary>
    [GeneratedRegex(@"(?<![.\w])[A-Z]\w*\b(?!\s*(?:\{ get|=))")]
    private static partial Regex Name();

    [GeneratedRegex("PackageReference Include=\"([^\"]+)\"")]
    private static partial Regex PackageReference();
}
