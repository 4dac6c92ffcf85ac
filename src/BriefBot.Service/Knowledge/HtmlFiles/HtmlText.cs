using System.Text;
using System.Text.RegularExpressions;
using BriefBot.Knowledge;

namespace BriefBot.Service.Knowledge.HtmlFiles;

/// <summary>The bytes of an HTML file as text: UTF-8 or, where they are none, in the encoding that the file itself names.</summary>
internal static partial class HtmlText
{
    /// <summary>As browsers do, the name of the encoding is looked for near the top only.</summary>
    private const int Top = 1024;

    static HtmlText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Returns the text, or the problem.</summary>
    public static (string Text, Problem? Problem) Decode(string path, ReadOnlySpan<byte> bytes)
    {
        var (text, problem) = ArticleText.Decode(path, bytes);
        return problem is null || bytes.Contains((byte)0) || Declared(bytes) is not { } encoding
            ? (text, problem)
            : (encoding.GetString(bytes), null);
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var name = Charset().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Top)])).Groups["name"].Value;
        try
        {
            return name.Length == 0 || name.StartsWith("utf", StringComparison.OrdinalIgnoreCase) ? null : Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        @"<meta[^>]{1,200}charset(?>\s*)=(?>\s*)[""']?(?<name>[\w.:-]{1,40})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        MatchTimeout.Milliseconds
    )]
    private static partial Regex Charset();
}
