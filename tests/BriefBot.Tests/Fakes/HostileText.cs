using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using BriefBot.Answers;

namespace BriefBot.Tests.Fakes;

/// <summary>
/// Messages and sentences that nobody means well with, out of a seed: words of no language, the words that the bot's own
/// patterns know repeated and mixed, Markdown, Unicode, real questions mutated. The same seed gives the same.
/// </summary>
internal sealed class HostileText
{
    private const int Longest = 2_000;

    private static readonly string[] Marks =
    [
        "**",
        "__",
        "`",
        "```",
        "||",
        "> ",
        "# ",
        "- ",
        "1. ",
        "[",
        "](",
        ")",
        "<@",
        "@everyone",
        "<#1>",
        "|",
        "\\",
        "*",
        "~~",
        "\n",
        "?",
        "!",
        ".",
        ",",
        ";",
        ":",
        "\"",
        "“",
        "'",
        "’s ",
    ];

    private static readonly string[] Letters =
    [
        "é",
        "ß",
        "İ",
        "ı",
        "ǅ",
        "ﬁ",
        "़",
        "\u0301",
        "漢",
        "字",
        "ש",
        "ع",
        "\u202E",
        "\u200B",
        "\u200D",
        "👩‍👩‍👧",
        "🇩🇪",
        "\ud800",
        "\0",
        "\u2028",
        "\u00A0",
        "Å",
        "K",
        "①",
        "Ⅷ",
        "\uFFFD",
        "\uFEFF",
    ];

    /// <summary>Every word that stands in one of the bot's patterns or lists.</summary>
    private static readonly string[] OwnWords =
    [
        .. Patterns().SelectMany(Words).Concat(Lists().SelectMany(list => list)).Distinct().Order(StringComparer.Ordinal),
    ];

    private readonly Random _random;
    private readonly IReadOnlyList<string> _real;

    /// <param name="seed">What decides everything.</param>
    /// <param name="real">Questions as people ask them; at least one.</param>
    public HostileText(int seed, IReadOnlyList<string> real) => (_random, _real) = (new Random(seed), real);

    /// <summary>A message of at the most 2,000 characters.</summary>
    public string Question()
    {
        var text = _random.Next(6) switch
        {
            0 => Gather(Gibberish, Length()),
            1 => Gather(OwnWord, Length()),
            2 => Repeated(),
            3 => Mixed(),
            4 => Mutated(),
            _ => string.Join(' ', Enumerable.Range(0, _random.Next(2, 12)).Select(_ => One(_real))),
        };
        return text.Length > Longest ? text[..Longest] : text;
    }

    /// <summary>A sentence of an article: as a question is, or a row of what the bot takes for facts and names.</summary>
    public string Sentence() => _random.Next(3) == 0 ? Gather(Fact, Length()) : Question();

    /// <summary>As often short as long.</summary>
    private int Length() => (int)Math.Pow(Longest, (_random.NextDouble() + 0.2) / 1.2);

    private static string Gather(Func<string> next, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append(text.Length == 0 ? "" : " ").Append(next());
        }

        return text.ToString();
    }

    private static IEnumerable<string> Patterns() =>
        typeof(IAnswerer)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<GeneratedRegexAttribute>()?.Pattern)
            .OfType<string>();

    private static IEnumerable<string> Words(string pattern) =>
        pattern.Split(
            [.. Enumerable.Range(0, 128).Select(code => (char)code).Where(c => !char.IsAsciiLetter(c))],
            StringSplitOptions.RemoveEmptyEntries
        );

    /// <summary>Sets of words, and what dictionaries stand for and by which words.</summary>
    private static IEnumerable<IEnumerable<string>> Lists() =>
        typeof(IAnswerer)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(IAnswerer).Namespace && !type.ContainsGenericParameters)
            .SelectMany(type =>
                type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            )
            .Select(field =>
                field.GetValue(null) switch
                {
                    IReadOnlyDictionary<string, string> words => words.Keys.Concat(words.Values),
                    IEnumerable<string> words => words,
                    _ => [],
                }
            );

    private string Gibberish() =>
        string.Concat(Enumerable.Range(0, _random.Next(1, _random.Next(2, 40))).Select(_ => (char)_random.Next('a', 'z' + 1)));

    private string OwnWord() => _random.Next(5) == 0 ? One(OwnWords).ToUpperInvariant() : One(OwnWords);

    /// <summary>A few words and marks over and over.</summary>
    private string Repeated()
    {
        var cycle = Enumerable
            .Range(0, _random.Next(1, 7))
            .Select(_ =>
                _random.Next(4) switch
                {
                    0 => One(Marks),
                    1 => Gibberish(),
                    _ => OwnWord() + " ",
                }
            )
            .ToArray();
        var i = 0;
        return Gather(() => cycle[i++ % cycle.Length], Length()) + One([.. Marks, "", "x", " "]);
    }

    private string Mixed() =>
        Gather(
            () =>
                string.Concat(
                    Enumerable
                        .Range(0, _random.Next(1, 5))
                        .Select(_ =>
                            _random.Next(4) switch
                            {
                                0 => One(Marks),
                                1 => One(Letters),
                                2 => OwnWord(),
                                _ => Gibberish(),
                            }
                        )
                ),
            Length()
        );

    /// <summary>A real question with letters and words swapped, doubled, left out or put in.</summary>
    private string Mutated()
    {
        var text = new StringBuilder(One(_real));
        for (var i = _random.Next(1, 12); i > 0 && text.Length > 0; i--)
        {
            var at = _random.Next(text.Length);
            switch (_random.Next(4))
            {
                case 0:
                    text.Remove(at, 1);
                    break;
                case 1:
                    text.Insert(at, One(Marks));
                    break;
                case 2:
                    text.Insert(at, " " + OwnWord() + " ");
                    break;
                default:
                    text.Insert(at, text.ToString(at, Math.Min(_random.Next(1, 60), text.Length - at)));
                    break;
            }
        }

        return text.ToString();
    }

    private string Fact() =>
        _random.Next(6) switch
        {
            0 => $"{_random.Next(1, 32)} {One(["May", "June", "Sept.", "December"])} {_random.Next(1000, 2030)}",
            1 => $"{_random.Next()},{_random.Next(1000)}.{_random.Next(1000)}",
            2 => One(["Ann", "O’Hara-", "de la", "of the", "Ö.", "U.S.", "XYZ", "McX’"]),
            3 => "seventy million per cent",
            4 => One(["said", "He said", "according to", "“", "”,", ":", "because"]),
            _ => OwnWord(),
        };

    private string One(IReadOnlyList<string> of) => of[_random.Next(of.Count)];
}
