using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Geometry;

namespace BriefBot.Service.Knowledge.PdfFiles;

/// <summary>Reads the letters of a page, marking struck-out ones and putting superscripts and subscripts on their line.</summary>
internal static class PdfLetters
{
    /// <summary>Replaces a struck-out letter until the layout is known.</summary>
    public const char StruckOut = '\uE000';

    /// <summary>A page with more lines is a drawing, in which none strikes anything out.</summary>
    private const int MostLines = 500;

    /// <summary>A line is at the most so thick, in points.</summary>
    private const double Thickest = 2;

    /// <summary>Raised letters are smaller than this, as a share of those before them.</summary>
    private const double Smaller = 0.9;

    /// <summary>Returns those that are printed upright, in the order in which they are drawn.</summary>
    public static List<Letter> Read(Page page, UnseenText unseen) => OnLine(Marked(page, Shown(page), unseen));

    /// <summary>
    /// Returns the upright letters of the page. Invisible text is a scan's recognized text if there is no other text, otherwise hidden
    /// text.
    /// </summary>
    /// <remarks>For a rotated page the library rotates the letters but not the box.</remarks>
    private static List<Letter> Shown(Page page)
    {
        var within = page.Letters.Where(letter => page.Rotation.Value != 0 || page.CropBox.Bounds.Contains(letter.Location, true)).ToList();
        var visible = within
            .Where(letter => letter.RenderingMode is not (TextRenderingMode.Neither or TextRenderingMode.NeitherClip))
            .ToList();
        var letters = visible.Any(letter => !string.IsNullOrWhiteSpace(letter.Value)) ? visible : within;
        var upright = letters.Where(letter => letter.TextOrientation == TextOrientation.Horizontal).ToList();
        return upright.Count > 0 ? upright : letters;
    }

    private static List<Letter> Marked(Page page, List<Letter> letters, UnseenText unseen)
    {
        PdfRectangle[] lines =
        [
            .. page
                .Paths.Where(path => path.IsStroked || path.IsFilled)
                .SelectMany(path => path)
                .Select(part => part.GetBoundingRectangle())
                .OfType<PdfRectangle>()
                .Where(line => line.Height <= Thickest && line.Width > Thickest)
                .Take(MostLines + 1),
        ];
        if (lines.Length is 0 or > MostLines)
        {
            return letters;
        }

        bool IsStruckOut(Letter letter) => Array.Exists(lines, line => Strikes(line, letter));
        unseen.AddStruckOut(string.Concat(letters.Where(IsStruckOut).Select(letter => letter.Value)));
        return
        [
            .. letters.Select(letter =>
                IsStruckOut(letter) ? Make(StruckOut.ToString(), letter.StartBaseLine.X, letter.EndBaseLine.X, letter) : letter
            ),
        ];
    }

    /// <summary>Returns whether a line runs through a letter, between the quarters of its height; one that underlines does not.</summary>
    private static bool Strikes(PdfRectangle line, Letter letter)
    {
        var (middle, height) = ((letter.StartBaseLine.X + letter.EndBaseLine.X) / 2, (line.Bottom + line.Top) / 2 - letter.StartBaseLine.Y);
        return middle >= line.Left && middle <= line.Right && height > letter.PointSize * 0.15 && height < letter.PointSize * 0.55;
    }

    private static List<Letter> OnLine(List<Letter> letters)
    {
        var read = new List<Letter>(letters.Count);
        Letter? before = null,
            last = null;
        foreach (var letter in letters)
        {
            var height = before is null ? 0 : Height(letter, before, last!);
            read.Add(
                height == 0 || before is null
                    ? letter
                    : Moved(letter, before, height > 0 ? RaisedText.Raise(letter.Value) : RaisedText.Lower(letter.Value))
            );
            before = height == 0 ? letter : before;
            last = letter;
        }

        return read;
    }

    /// <summary>Above 0 where a letter is raised beside another, below 0 where it is lowered, else 0.</summary>
    private static int Height(Letter letter, Letter before, Letter last)
    {
        var height = (letter.StartBaseLine.Y - before.StartBaseLine.Y) / before.PointSize;
        var gap = (letter.StartBaseLine.X - last.EndBaseLine.X) / before.PointSize;
        return letter.PointSize > before.PointSize * Smaller
            || gap is < -0.3 or > 0.3
            || before.Value is not [var character]
            || !char.IsLetterOrDigit(character)
                ? 0
            : height is > 0.15 and < 0.8 ? 1
            : height is < -0.05 and > -0.45 ? -1
            : 0;
    }

    /// <summary>The letter on the line of another; only digits and signs have raised forms of their own.</summary>
    private static Letter Moved(Letter letter, Letter before, string written) =>
        Make(written.Length == 1 ? written : letter.Value, letter.StartBaseLine.X, letter.EndBaseLine.X, before);

    /// <summary>Creates a letter on the line of another, between two positions.</summary>
    public static Letter Make(string value, double from, double to, Letter like)
    {
        var box = new PdfRectangle(from, like.BoundingBox.Bottom, to, like.BoundingBox.Top);
        return new Letter(
            value,
            box,
            box,
            new PdfPoint(from, like.StartBaseLine.Y),
            new PdfPoint(to, like.StartBaseLine.Y),
            to - from,
            like.FontSize,
            like.FontDetails,
            like.RenderingMode,
            like.StrokeColor,
            like.FillColor,
            like.PointSize,
            like.TextSequence
        );
    }
}
