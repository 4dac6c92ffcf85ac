using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace BriefBot.Tests.Fakes;

/// <summary>Files that nobody means well with, and a few good ones among them.</summary>
internal static class HostileFiles
{
    private const int Large = 9_000_000;

    private const string Sentence = "The mill over the river Weser was opened on 3 June 1901 by the queen and it is long";

    /// <summary>What the good files answer, and what the answer holds.</summary>
    public static IReadOnlyDictionary<string, string> Questions { get; } =
        new Dictionary<string, string>
        {
            ["When was the bridge over the Elbe opened?"] = "12 May 1893",
            ["When was the lighthouse lit?"] = "1 June 1871",
            ["When was the tunnel dug?"] = "1911",
            ["When was the ferry launched?"] = "1925",
            ["When was the tower finished?"] = "1888",
        };

    /// <summary>Writes the good files into a folder.</summary>
    public static void WriteGood(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "bridge.md"), "# The bridge\n\nThe bridge over the river Elbe was opened on 12 May 1893.\n");
        File.WriteAllText(Path.Combine(folder, "tower.txt"), "The tower\n\nThe tower was finished in 1888 by two brothers.\n");
        File.WriteAllText(Path.Combine(folder, "ferry.html"), "<title>The ferry</title><p>The ferry was launched in 1925.");
        File.WriteAllBytes(
            Path.Combine(folder, "tunnel.docx"),
            DocxFile.Of(DocxFile.Paragraph("Works", "H1") + DocxFile.Paragraph("The tunnel was dug in 1911."))
        );
        File.WriteAllBytes(
            Path.Combine(folder, "lighthouse.pdf"),
            new PdfFile().Paragraph("The lighthouse was lit on 1 June 1871.").Build()
        );
    }

    /// <summary>Writes files that mean harm into a folder, a pipe and links out of it among them, and gives their names.</summary>
    public static IReadOnlyList<string> WriteHostile(string folder)
    {
        var names = new List<string>();
        foreach (var (name, content) in Texts())
        {
            Write(name, Encoding.UTF8.GetBytes(content));
        }

        Write("zeros.md", new byte[Large]);
        Write("utf16.txt", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Sentence)).ToArray());
        Write("no-pdf.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n" + Times("[", 1_000_000)));
        Write("bomb.pdf", Pdf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", Packed(300_000_000), "/Filter /FlateDecode "));
        Write("circle.pdf", Pdf("<< /Type /Pages /Kids [2 0 R 2 0 R 3 0 R] /Count 2000000000 >>", "BT ET"u8.ToArray(), ""));
        Write("forms.pdf", Pdf("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", Encoding.ASCII.GetBytes(Times("q ", 1_000_000)), ""));
        Write("bomb.docx", With("word/bomb.xml", "<a>" + new string(' ', 200_000_000) + "</a>"));
        Write("nested.docx", DocxFile.Of(Times("<w:sdt>", 100_000) + Times("</w:sdt>", 100_000)));
        Write("long.docx", DocxFile.Of(DocxFile.Paragraph(Times(Sentence + ". ", Large / Sentence.Length))));
        if (!OperatingSystem.IsWindows())
        {
            using var made = Process.Start("mkfifo", [Path.Combine(folder, "pipe.md")]);
            made.WaitForExit();
            names.Add("pipe.md");
            File.CreateSymbolicLink(Path.Combine(folder, "link.md"), "/etc/passwd");
            Directory.CreateSymbolicLink(Path.Combine(folder, "root"), "/");
            File.CreateSymbolicLink(Path.Combine(folder, "circle.md"), Path.Combine(folder, "circle.md"));
            names.AddRange(["link.md", "root/", "circle.md"]);
        }

        return names;

        void Write(string name, byte[] content)
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
            names.Add(name);
        }
    }

    private static IEnumerable<(string Name, string Content)> Texts() =>
        [
            ("one-line.md", Times(Sentence + " ", Large / Sentence.Length)),
            ("one-line.txt", Times(Sentence + " ", Large / Sentence.Length)),
            ("no-blank-line.md", Times(Sentence + "\n", Large / Sentence.Length)),
            ("no-blank-line.txt", Times(Sentence + ".\n", Large / Sentence.Length)),
            ("list.md", Times("- " + Sentence + "\n", Large / Sentence.Length)),
            ("table.md", "|a|b|\n|-|-|\n" + Times("|" + Sentence + "|x|\n", Large / Sentence.Length)),
            ("code.md", "```\n" + Times(Sentence + "\n", Large / Sentence.Length) + "```\n"),
            ("lists-within-lists.md", string.Concat(Enumerable.Range(0, 3_000).Select(i => new string(' ', 2 * i) + "- a\n"))),
            ("quotes.md", Times("> ", 40_000) + Sentence),
            ("links.md", Times("[a](", 24_000)),
            ("front-matter.md", "---\na: " + Times("[", 60_000) + "\n---\n" + Sentence),
            ("one-paragraph.html", "<p>" + Times(Sentence + " ", Large / Sentence.Length)),
            ("one-word.html", "<p>" + new string('x', Large)),
            ("one-heading.html", "<h1>" + Times(Sentence + " ", Large / Sentence.Length) + "</h1><p>" + Sentence),
            ("pre.html", "<pre>" + Times(Sentence + "\n", Large / Sentence.Length)),
            ("nested.html", Times("<div>", 300_000)),
            ("lost.html", Times("<div><table></div></table>", 300_000)),
            ("fonts.html", "<p>" + string.Concat(Enumerable.Range(0, 200).Select(i => $"<font color={i}>")) + Times("</p><p>x", 100_000)),
            ("attributes.html", $"<p {string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i}=1"))}>x"),
            ("date.html", $"<meta name=date content=\"{new string('9', Large)}\"><p>{Sentence}"),
        ];

    private static string Times(string unit, int count) => new StringBuilder().Insert(0, unit, count).ToString();

    private static byte[] Packed(int length)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var block = new byte[1_000_000]; length > 0; length -= block.Length)
            {
                zip.Write(block);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Pdf(string pages, byte[] content, string filter)
    {
        using var file = new MemoryStream();
        file.Write(
            Encoding.ASCII.GetBytes(
                $"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n{pages}\nendobj\n"
                    + $"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< {filter}/Length {content.Length} >>\nstream\n"
            )
        );
        file.Write(content);
        file.Write("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n"u8);
        return file.ToArray();
    }

    private static byte[] With(string name, string text)
    {
        using var stream = new MemoryStream();
        stream.Write(DocxFile.Of(DocxFile.Paragraph("Text.")));
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(text);
        }

        return stream.ToArray();
    }
}
