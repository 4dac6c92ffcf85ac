using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BriefBot.Service.Chat;

/// <summary>The texts of the pages, from PageTexts.resx. Another language is another such file.</summary>
internal static class PageTexts
{
    private static readonly ResourceManager Texts = new(typeof(PageTexts));

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns a text.</summary>
    /// <exception cref="MissingManifestResourceException">There is no text of this name.</exception>
    public static string Find(string name) =>
        Texts.GetString(name, CultureInfo.InvariantCulture)
        ?? throw new MissingManifestResourceException($"PageTexts.resx has no text named {name}.");

    /// <summary>Returns a script that exports all texts by their names.</summary>
    public static string Script()
    {
        using var all = new MemoryStream();
        using (var json = new Utf8JsonWriter(all, Readable))
        {
            json.WriteStartObject();
            foreach (var text in Texts.GetResourceSet(CultureInfo.InvariantCulture, true, true)!.Cast<DictionaryEntry>())
            {
                json.WriteString((string)text.Key, (string?)text.Value);
            }

            json.WriteEndObject();
        }

        return $"export default {System.Text.Encoding.UTF8.GetString(all.ToArray())};";
    }
}
