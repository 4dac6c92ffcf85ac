using System.Text.RegularExpressions;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests;

/// <summary>
/// The rules the compiler can't check: which namespace may depend on which, and on which package; the size of files; the form of summaries.
/// </summary>
public sealed partial class ArchitectureTests
{
    /// <summary>The namespaces in order; each depends only on those before it.</summary>
    private static readonly string[] Namespaces = ["Knowledge", "Retrieval", "Answers", "Chat", "Hosting"];

    private const int MaxLines = 400;
    private const int MaxColumns = 140;
    private const int MaxMethodLines = 60;

    public static TheoryData<string, string> Vendors =>
        new()
        {
            { @"\bLucene\.Net\b", "Retrieval/" },
            { @"\bMicrosoft\.Data\.Sqlite\b", "Chat/" },
            { @"\bNpgsql\b", "Chat/" },
            { @"\b(?:Microsoft\.ML|FastBertTokenizer)\b", "Retrieval/" },
            { @"\bMicrosoft\.SemanticKernel\b", "Answers/" },
            { @"\bMarkdig\b", "Knowledge/" },
            { @"\bAngleSharp\b", "Knowledge/" },
            { @"\bDocumentFormat\.OpenXml\b", "Knowledge/" },
            { @"\bUglyToad\.PdfPig\b", "Knowledge/" },
            { @"\bYamlDotNet\b", "Knowledge/" },
            { @"\bMicrosoft\.AspNetCore\b", "Chat/|Hosting/" },
            { @"\bSystem\.Net\.WebSockets\b", "^src/BriefBot.SlackNet/" },
            { @"\bSpectre\.Console\b", "Chat/|Hosting/" },
            { @"\bSystem\.CommandLine\b", "Hosting/|Program" },
            { @"\busing Discord\b", "^src/BriefBot.DiscordNet/" },
            { @"\busing (?:SlackNet|Newtonsoft)\b", "^src/BriefBot.SlackNet/" },
        };

    [Theory]
    [MemberData(nameof(Vendors))]
    public void APackageIsUsedInItsOwnNamespaceOnly(string vendor, string namespaces)
    {
        var home = namespaces.StartsWith('^') ? namespaces : $"^src/BriefBot.Service/(?:{namespaces})";
        var strangers = Sources("src").Where(file => Finds(vendor, file.Text) && !Finds(home, file.Path));
        Assert.Empty(strangers.Select(file => file.Path));
    }

    [Fact]
    public void ThePackagesAreFoundAtAll() =>
        Assert.Contains(Sources("src"), file => file.Text.Contains("using Lucene.Net", StringComparison.Ordinal));

    [Fact]
    public void TheCoreReferencesNoVendorPackage()
    {
        var project = File.ReadAllText(Checkout.Path("src/BriefBot/BriefBot.csproj"));
        var packages = PackageReference().Matches(project).Select(match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.StartsWith("Microsoft.Extensions.", package, StringComparison.Ordinal));
    }

    [Fact]
    public void ANamespaceDependsOnlyOnThoseBeforeIt()
    {
        var backwards =
            from file in Sources("src")
            let index = Array.FindIndex(Namespaces, name => file.Path.Contains($"/{name}/", StringComparison.Ordinal))
            where index >= 0
            from above in Namespaces.Skip(index + 1)
            where Finds($@"\bBriefBot(?:\.Service)?\.{above}\b", file.Text)
            select $"{file.Path} depends on {above}";
        Assert.Empty(backwards);
    }

    /// <summary>
    /// The public records of Answers are shared by its inner namespaces; its internal classes compose them. A type declared in a
    /// later one must not be used in an earlier one.
    /// </summary>
    [Fact]
    public void AnInnerNamespaceOfAnswersDependsOnlyOnThoseBeforeIt()
    {
        string[] order =
        [
            "public",
            "Language",
            "Entailment",
            "Understanding",
            "Ranking",
            "Selection",
            "Generation",
            "Verification",
            "internal",
            "Evaluation",
        ];
        var files = Sources("src/BriefBot/Answers")
            .Select(file => (file.Path, Code: WithoutTexts(file.Text), Layer: Array.IndexOf(order, InnerNamespace(file.Path, file.Text))))
            .ToArray();
        Assert.All(order, (name, layer) => Assert.Contains(files, file => file.Layer == layer));
        Assert.Empty(Backwards(files));
    }

    [Fact]
    public void OnlyTheAssemblerCreatesAGroundedAnswer()
    {
        var makers = Sources("src")
            .Where(file => file.Text.Contains("new Answer.Grounded", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file.Path));
        Assert.Equal(["AnswerAssembler.cs"], makers);
    }

    /// <summary>The public types of Knowledge itself are its contracts, settings and results: every inner namespace may use them.</summary>
    [Fact]
    public void AnInnerNamespaceOfKnowledgeDependsOnlyOnThoseBeforeItAndTheContracts()
    {
        string[] order = ["Articles", "Folder", "internal", "Checking"];
        var files = Sources("src/BriefBot/Knowledge")
            .Select(file => (file.Path, Code: WithoutTexts(file.Text), Layer: Array.IndexOf(order, InnerNamespace(file.Path, file.Text))))
            .Where(file => file.Layer >= 0)
            .ToArray();
        Assert.Equal(order.Length, files.Select(file => file.Layer).Distinct().Count());
        Assert.Empty(Backwards(files));
    }

    private static string InnerNamespace(string path, string text) =>
        Folder(path) is { Length: > 0 } folder ? folder
        : PublicType().IsMatch(text) ? "public"
        : "internal";

    private static string Folder(string path) => path.Split('/') is [_, _, _, var folder, _] ? folder : "";

    private static IEnumerable<string> Backwards(IReadOnlyList<(string Path, string Code, int Layer)> files)
    {
        var declared = files
            .SelectMany(file => Declared().Matches(file.Code).Select(match => (Type: match.Groups["type"].Value, file.Layer)))
            .ToLookup(type => type.Type, type => type.Layer);
        return from file in files
            from name in Name().Matches(file.Code).Select(match => match.Value).Distinct()
            where declared[name].Any() && declared[name].All(layer => layer > file.Layer)
            select $"{file.Path} depends on {name}";
    }

    /// <summary>Returns the code without comments and string literals.</summary>
    private static string WithoutTexts(string code) => Texts().Replace(code, "");

    /// <summary>A network is a project of its own; the core is the same for all.</summary>
    [Fact]
    public void TheCoreNamesNoChatNetwork()
    {
        string[] files =
        [
            .. Directory
                .EnumerateFiles(Checkout.Path("src/BriefBot"), "*.*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".cs" or ".resx")
                .Where(file => !Finds("[/\\\\](?:bin|obj)[/\\\\]", file)),
        ];
        Assert.True(files.Length > 100);
        Assert.DoesNotContain(files, file => Finds("(?i)discord|slack", File.ReadAllText(file)));
    }

    [Fact]
    public void TheCoreDoesNotDependOnTheService() =>
        Assert.DoesNotContain(Sources("src/BriefBot"), file => file.Text.Contains("BriefBot.Service", StringComparison.Ordinal));

    [Fact]
    public void FilesAreShort()
    {
        var files = Sources("src").Concat(Sources("tests")).Select(file => (file.Path, Lines: file.Text.Split('\n'))).ToArray();
        Assert.Empty(files.Where(file => file.Lines.Length > MaxLines + 1).Select(file => file.Path));
    }

    /// <summary>Texts may be longer, as the formatter leaves them whole, and so may an alias of a type.</summary>
    [Fact]
    public void LinesAreShortButForTheirTexts() =>
        Assert.Empty(
            from file in Sources("src").Concat(Sources("tests"))
            from line in Literals().Replace(file.Text, "").Split('\n')
            where line.Length > MaxColumns && !line.StartsWith("using ", StringComparison.Ordinal)
            select $"{file.Path}: {line.Trim()}"
        );

    /// <summary>A member's braces stand on lines of their own: the formatter puts them there.</summary>
    [Fact]
    public void MethodsAreShort()
    {
        var bodies = Sources("src").SelectMany(file => Body().Matches(file.Text).Select(body => (file.Path, Body: body))).ToArray();
        Assert.True(bodies.Length > 1_000);
        Assert.Empty(
            bodies
                .Where(body => body.Body.Groups["body"].ValueSpan.Count('\n') >= MaxMethodLines)
                .Select(body => $"{body.Path}: {body.Body.Groups["declaration"].Value.Trim()}")
        );
    }

    [Fact]
    public void NoSummaryBeginsAsAFragment() =>
        Assert.DoesNotContain(Summaries(), summary => Finds(@"^(?:What|Whether|By|Of)\b", summary.Text));

    [Fact]
    public void NoSummaryHasMoreThan200Characters() => Assert.DoesNotContain(Summaries(), summary => summary.Text.Length > 200);

    private static (string Path, string Text)[] Summaries()
    {
        (string Path, string Text)[] summaries =
        [
            .. Sources("src")
                .SelectMany(file => Summary().Matches(file.Text).Select(match => (file.Path, Fold(match.Groups["text"].Value)))),
        ];
        Assert.True(summaries.Length > 1_000);
        return summaries;

        static string Fold(string text) =>
            string.Join(
                ' ',
                text.Replace("///", " ", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            );
    }

    [Fact]
    public void TheFoldersOfTheTestsAreNamespacesOfTheCore()
    {
        var folders = Directory
            .GetDirectories(Checkout.Path("tests/BriefBot.Tests"))
            .Select(Path.GetFileName)
            .Except(["bin", "obj", "TestResults"]);
        Assert.Empty(folders.Except([.. Namespaces, "Fakes"]));
    }

    [Fact]
    public void TheTopLevelHoldsNothingUnexpected()
    {
        string[] expected =
        [
            "src",
            "tests",
            "knowledge",
            "deploy",
            "data",
            "README.md",
            "CHANGELOG.md",
            "LICENSE",
            "BriefBot.sln",
            "Dockerfile",
            "Directory.Build.props",
            "Directory.Packages.props",
            "BannedSymbols.txt",
            "global.json",
            "TestResults",
            "BenchmarkDotNet.Artifacts",
        ];
        var found = Directory.GetFileSystemEntries(Checkout.Root).Select(Path.GetFileName).Where(name => !name!.StartsWith('.'));
        Assert.Empty(found.Except(expected));
    }

    private static bool Finds(string pattern, string text) =>
        Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking, TimeSpan.FromSeconds(10));

    private static IEnumerable<(string Path, string Text)> Sources(string below) =>
        Directory
            .EnumerateFiles(Checkout.Path(below), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Select(path => (path, File.ReadAllText(Checkout.Path(path))));

    [GeneratedRegex(@"//.*|""(?:\\.|[^""\\\n])*""")]
    private static partial Regex Texts();

    [GeneratedRegex("\"{3}.*?\"{3}|\"(?:\\\\.|[^\"\\\\\\n])*\"", RegexOptions.Singleline)]
    private static partial Regex Literals();

    [GeneratedRegex(
        @"^(?<indent> {4}| {8})(?!.*\b(?:class|record|struct|interface|enum)\b)(?<declaration>\S.*(?:\n\k<indent>[ )].*)*)\n\k<indent>\{\n(?<body>(?:(?:\k<indent> .*)?\n)*?)\k<indent>\}",
        RegexOptions.Multiline
    )]
    private static partial Regex Body();

    [GeneratedRegex(@"^public (?:\w+ )*(?:class|record|struct|enum|interface)\b", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(
        @"^(?:public|internal) (?:\w+ )*(?:class|record|struct|enum|interface|delegate \w+) (?<type>\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex Declared();

    /// <summary>Matches names that do not follow a dot.</summary>
    [GeneratedRegex(@"(?<![.\w])[A-Z]\w*\b(?!\s*(?:\{ get|=))")]
    private static partial Regex Name();

    [GeneratedRegex("<summary>(?<text>[^<]*(?:<(?!/summary>)[^<]*)*)</summary>")]
    private static partial Regex Summary();

    [GeneratedRegex("PackageReference Include=\"([^\"]+)\"")]
    private static partial Regex PackageReference();
}
