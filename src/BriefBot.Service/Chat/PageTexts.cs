using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BriefBot.Service.Chat;

/// <summary>The texts of the pages, from PageTexts.resx. Another language is another such file.</summary>
internal static partial class PageTexts
{
    private static readonly ResourceManager Texts = new(typeof(PageTexts));

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns a text.</summary>
    /// <exception cref="MissingManifestResourceException">There is no text of this name.</exception>
    public static string Find(string name) =>
        Texts.GetString(name, CultureInfo.InvariantCulture)
        ?? throw new MissingManifestResourceException($"PageTexts.resx has no text named {name}.");

    /// <summary>Returns a script that exports all texts by their names.</summary>
    public static string Script() => $"export default {Json(_ => true)};";

    /// <summary>Returns a script with the texts it names in place of its mark.</summary>
    /// <param name="script">A script that says <c>texts.NAME</c> and has <c>'{{texts}}'</c> where they are to stand.</param>
    public static string Fill(string script)
    {
        var named = Named().Matches(script).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        return script.Replace("'{{texts}}'", Json(named.Contains), StringComparison.Ordinal);
    }

    private static string Json(Func<string, bool> isAsked)
    {
        using var all = new MemoryStream();
        using (var json = new Utf8JsonWriter(all, Readable))
        {
            json.WriteStartObject();
            foreach (var text in Texts.GetResourceSet(CultureInfo.InvariantCulture, true, true)!.Cast<DictionaryEntry>())
            {
                if (isAsked((string)text.Key))
                {
                    json.WriteString((string)text.Key, (string?)text.Value);
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(all.ToArray());
    }

    [GeneratedRegex(@"\btexts\.([a-zA-Z]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
