using UglyToad.PdfPig.AcroForms;
using UglyToad.PdfPig.AcroForms.Fields;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace BriefBot.Service.Knowledge.PdfFiles;

/// <summary>Reads the values of form fields, each after its label.</summary>
internal static class PdfFields
{
    /// <summary>A form with more fields on a page is not read further.</summary>
    private const int MostFields = 500;

    /// <summary>A label is no further left of its field, in points.</summary>
    private const double FarLeft = 300;

    /// <summary>A label is no further above its field, in points.</summary>
    private const double FarAbove = 20;

    /// <summary>A letter is about so wide, as a share of its size.</summary>
    private const double LetterWidth = 0.5;

    /// <summary>Returns the letters of the values, each after those of its label; of a field without a label on the page none.</summary>
    public static IEnumerable<Letter> Read(AcroForm? form, int page, IReadOnlyList<Letter> letters)
    {
        foreach (var field in form?.GetFieldsForPage(page).Take(MostFields) ?? [])
        {
            if (field.Bounds is { } box && Value(field) is { Length: > 0 } value && Label(field, box, letters) is { } label)
            {
                var width = label.PointSize * LetterWidth;
                var text = label.Value is ":" or "?" ? $" {value}" : $": {value}";
                foreach (var (i, character) in text.Index().Where(one => one.Item != ' '))
                {
                    yield return PdfLetters.Make(
                        character.ToString(),
                        label.EndBaseLine.X + (i * width),
                        label.EndBaseLine.X + ((i + 1) * width),
                        label
                    );
                }
            }
        }
    }

    private static string? Value(AcroFieldBase field) =>
        field switch
        {
            AcroTextField text => Folded(text.Value),
            AcroComboBoxField choice => Folded(string.Join(", ", choice.SelectedOptions)),
            AcroListBoxField choice => Folded(string.Join(", ", choice.SelectedOptions)),
            AcroCheckboxField box => box.IsChecked ? "yes" : "no",
            _ => null,
        };

    private static string Folded(string? text) =>
        string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// The last letter of the label: of the text before the field on its line, else, of a box to tick, after it; else above it.
    /// </summary>
    private static Letter? Label(AcroFieldBase field, PdfRectangle box, IReadOnlyList<Letter> letters)
    {
        var visible = letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).ToArray();
        Letter[] line = [.. visible.Where(letter => letter.StartBaseLine.Y >= box.Bottom - 2 && letter.StartBaseLine.Y <= box.Top)];
        var before = line.Where(letter => letter.EndBaseLine.X <= box.Left + 2 && letter.EndBaseLine.X >= box.Left - FarLeft)
            .MaxBy(letter => letter.EndBaseLine.X);
        var after =
            field is AcroCheckboxField
                ? line.Where(letter => letter.StartBaseLine.X >= box.Right - 2).OrderBy(letter => letter.StartBaseLine.X).ToArray()
                : [];
        return after.Length > 0
            ? Together(after)
            : before
                ?? visible
                    .Where(letter => letter.StartBaseLine.Y >= box.Top - 2 && letter.StartBaseLine.Y <= box.Top + FarAbove)
                    .Where(letter => letter.StartBaseLine.X >= box.Left - FarAbove && letter.StartBaseLine.X <= box.Right)
                    .OrderBy(letter => letter.StartBaseLine.Y)
                    .ThenByDescending(letter => letter.EndBaseLine.X)
                    .FirstOrDefault();
    }

    /// <summary>The last of the letters that follow each other without a wide space.</summary>
    private static Letter Together(Letter[] letters)
    {
        var last = letters[0];
        foreach (var letter in letters.Skip(1).TakeWhile(letter => letter.StartBaseLine.X - last.EndBaseLine.X < letter.PointSize))
        {
            last = letter;
        }

        return last;
    }
}
