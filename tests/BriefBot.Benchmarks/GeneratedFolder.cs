using System.Globalization;
using System.Text;

namespace BriefBot.Benchmarks;

/// <summary>
/// Articles and questions out of a seed: a vocabulary of its own whose words are as unevenly common as a language's (Zipf),
/// paragraphs of 60 to 120 words that are one passage each, and facts with questions that ask for them.
/// </summary>
internal sealed class GeneratedFolder
{
    private const int PassagesPerArticle = 10;
    private const int VocabularySize = 20_000;
    private const int NameCount = 3_000;
    private const int LeastWords = 60;
    private const int MostWords = 120;

    /// <summary>One question of so many asks for something that stands nowhere.</summary>
    private const int UnanswerableEvery = 4;

    private static readonly string[] Onsets =
    [
        "b",
        "br",
        "c",
        "d",
        "dr",
        "f",
        "g",
        "gr",
        "h",
        "k",
        "l",
        "m",
        "n",
        "p",
        "pl",
        "r",
        "s",
        "st",
        "t",
        "tr",
        "v",
        "w",
    ];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];
    private static readonly string[] Codas = ["", "l", "m", "n", "nd", "r", "rt", "s", "st", "t"];

    /// <summary>What a fact says of two names, a word and a year or number; and what asks for it.</summary>
    private static readonly (string Fact, string Question)[] Facts =
    [
        ("The {0} of {1} was opened in {3} by {2}.", "When was the {0} of {1} opened?"),
        ("{2} led the {0} of {1} for {4} years.", "How long did {2} lead the {0} of {1}?"),
        ("In {3} the {0} of {1} moved to {2} because of a flood.", "Why did the {0} of {1} move to {2}?"),
        ("The {0} near {1} holds {4} rooms and was built by {2}.", "How many rooms does the {0} near {1} hold?"),
        ("{2} is the director of the {0} in {1} since {3}.", "Who is the director of the {0} in {1}?"),
        ("The {0} of {1} takes place in {2} every year.", "where does the {0} of {1} take place"),
    ];

    private static readonly string[] Frames =
    [
        "The {0} {1} of the {2} was {3} in the {4}.",
        "It is {0} that a {1} has {2} and {3} for the {4}.",
        "Some {0} {1} were {2}, but others {3} with a {4} {5}.",
        "After the {0}, its {1} and {2} became {3} of {4}.",
        "They {0} the {1} because the {2} of the {3} had {4} to {5} {6}.",
        "{0} and {1} are {2} by {3} from the {4}, which {5} {6}.",
    ];

    private readonly Random _random;
    private readonly string[] _words;
    private readonly string[] _names;
    private readonly double[] _upTo;

    private GeneratedFolder(int seed)
    {
        _random = new Random(seed);
        _words = Distinct(VocabularySize, capital: false);
        _names = Distinct(NameCount, capital: true);
        var sum = 0.0;
        _upTo = [.. Enumerable.Range(1, VocabularySize).Select(rank => sum += 1.0 / rank)];
    }

    /// <summary>Every paragraph of every article.</summary>
    public List<string> Paragraphs { get; } = [];

    public List<string> Questions { get; } = [];

    /// <summary>
    /// Writes about <paramref name="passages"/> paragraphs into <paramref name="folder"/>, ten to an article; the same seed writes the
    /// same.
    /// </summary>
    public static GeneratedFolder Write(string folder, int passages, int questions, int seed, int passagesPerArticle = PassagesPerArticle)
    {
        var generated = new GeneratedFolder(seed);
        var every = Math.Max(passages / questions, 1);
        for (var article = 0; article < passages / passagesPerArticle; article++)
        {
            var paragraphs = Enumerable
                .Range(0, passagesPerArticle)
                .Select(i => generated.Paragraph(((article * passagesPerArticle) + i) % every == 0))
                .ToArray();
            generated.Paragraphs.AddRange(paragraphs);
            var title = string.Join(' ', generated.Name(), generated.Word());
            File.WriteAllText(
                Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"article-{article:D5}.md")),
                $"# {title}\n\n{string.Join("\n\n", paragraphs)}\n"
            );
        }

        return generated;
    }

    private string Paragraph(bool isAsked)
    {
        var length = _random.Next(LeastWords, MostWords - 20);
        var paragraph = new StringBuilder();
        for (var words = 0; words < length; )
        {
            var sentence = words > length / 3 && isAsked ? Fact() : Frame();
            isAsked &= words <= length / 3;
            paragraph.Append(words == 0 ? "" : " ").Append(sentence);
            words += sentence.Count(letter => letter == ' ') + 1;
        }

        return paragraph.ToString();
    }

    private string Fact()
    {
        var (fact, question) = Facts[_random.Next(Facts.Length)];
        object[] parts = [Word(), Name(), Name(), _random.Next(1600, 2025), _random.Next(2, 90)];
        var asked = Questions.Count % UnanswerableEvery == 0 ? [parts[0], Name(), Name()] : parts;
        Questions.Add(string.Format(CultureInfo.InvariantCulture, question, asked));
        return string.Format(CultureInfo.InvariantCulture, fact, parts);
    }

    private string Frame()
    {
        var sentence = string.Format(
            CultureInfo.InvariantCulture,
            Frames[_random.Next(Frames.Length)],
            [.. Enumerable.Range(0, 7).Select(_ => _random.Next(12) == 0 ? Name() : Word())]
        );
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    private string Name() => _names[_random.Next(_random.Next(1, _names.Length))];

    private string Word()
    {
        var place = Array.BinarySearch(_upTo, _random.NextDouble() * _upTo[^1]);
        return _words[place < 0 ? ~place : place];
    }

    private string[] Distinct(int count, bool capital)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < count)
        {
            var word = string.Concat(Enumerable.Range(0, _random.Next(1, 4)).Select(_ => One(Onsets) + One(Vowels))) + One(Codas);
            words.Add(capital ? char.ToUpperInvariant(word[0]) + word[1..] + One(Vowels) : word + One(Codas));
        }

        return [.. words];
    }

    private string One(string[] of) => of[_random.Next(of.Length)];
}
