using System.Globalization;
using System.Text;

namespace BriefBot.Tests.Fakes;

/// <summary>Writes a PDF file of one page from what its page draws, with its boxes and its form, which no builder offers.</summary>
internal static class RawPdf
{
    /// <param name="content">What is drawn, as operators; the font is <c>/F1</c>.</param>
    /// <param name="page">Entries of the page, as <c>/Rotate 90</c>.</param>
    /// <param name="fields">The fields of the form: name, value, and the corners of each.</param>
    public static byte[] Write(
        string content,
        string page = "/MediaBox [0 0 595 842]",
        params (string Name, string Value, string Rect)[] fields
    )
    {
        var widgets = fields.Select((field, i) => $"{i + 6} 0 R").ToArray();
        string[] objects =
        [
            $"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{string.Join(' ', widgets)}] >> >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            $"<< /Type /Page /Parent 2 0 R {page} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /Annots [{string.Join(' ', widgets)}] >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            .. fields.Select(field =>
                $"<< /Type /Annot /Subtype /Widget /FT {(field.Value.StartsWith('/') ? "/Btn" : "/Tx")} /T ({field.Name}) "
                + $"/V {(field.Value.StartsWith('/') ? $"{field.Value} /AS {field.Value}" : $"({field.Value})")} /Rect [{field.Rect}] /P 3 0 R >>"
            ),
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (i, written) in objects.Index())
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{written}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
