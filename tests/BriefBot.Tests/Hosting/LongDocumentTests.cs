using System.Globalization;
using System.Text.Json;
using BriefBot.Tests.Fakes;

namespace BriefBot.Tests.Hosting;

/// <summary>Documents as long as books: an answer names the page, or the headings, it stands under.</summary>
public sealed class LongDocumentTests
{
    private const int Pages = 300;
    private const int Sections = 100;

    /// <summary>Names that stand on one page, or in one section, each.</summary>
    private static readonly string[] Syllables = ["bar", "dun", "fel", "gor", "hin", "kar", "lom", "mer", "nis", "tov"];

    [Fact]
    public async Task AnswersNameThePageAndTheHeading()
    {
        using var folder = new TemporaryFolder()
            .With(
                "lights.pdf",
                Enumerable.Range(1, Pages).Aggregate(new PdfFile(), (file, page) => Write(page == 1 ? file : file.Page(), page)).Build()
            )
            .With("mines.docx", DocxFile.Of(string.Concat(Enumerable.Range(1, Sections).Select(Section))));
        await using var service = await WebService.StartAsync(folder.Path);
        foreach (var page in new[] { 1, 2, 77, 150, 299, Pages })
        {
            var citation = await CitedAsync(service, $"When was the lighthouse of {Name(page)} lit?");
            Assert.Equal($"The lighthouse of {Name(page)} was lit in {1500 + page}.", citation.GetProperty("quote").GetString());
            Assert.Equal(
                ("lights.pdf", page, page),
                (
                    citation.GetProperty("path").GetString(),
                    citation.GetProperty("page").GetInt32(),
                    citation.GetProperty("lastPage").GetInt32()
                )
            );
        }

        foreach (var section in new[] { 1, 2, 50, 99, Sections })
        {
            var citation = await CitedAsync(service, $"When was the mine of {Name(section)} dug?");
            Assert.Equal($"The mine of {Name(section)} was dug in {1700 + section}.", citation.GetProperty("quote").GetString());
            Assert.Equal("mines.docx", citation.GetProperty("path").GetString());
            Assert.Equal($"Part {((section - 1) / 10) + 1} › Chapter {section}", citation.GetProperty("section").GetString());
        }
    }

    private static PdfFile Write(PdfFile file, int page)
    {
        for (var paragraph = 1; paragraph <= 3; paragraph++)
        {
            file = file.Paragraph(Filler(page, paragraph));
        }

        return file.Paragraph($"The lighthouse of {Name(page)} was lit in {1500 + page}.");
    }

    private static string Section(int section) =>
        (section % 10 == 1 ? DocxFile.Paragraph($"Part {(section / 10) + 1}", "H1") : "")
        + DocxFile.Paragraph($"Chapter {section}", "H2")
        + string.Concat(Enumerable.Range(1, 5).Select(paragraph => DocxFile.Paragraph(string.Join(' ', Filler(section, paragraph)))))
        + DocxFile.Paragraph($"The mine of {Name(section)} was dug in {1700 + section}.");

    /// <summary>Sentences that answer nothing.</summary>
    private static string[] Filler(int leaf, int paragraph) =>
        [
            .. Enumerable
                .Range(1, 6)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"On leaf {leaf} the weather of day {paragraph * i} is told, with {i + leaf} ships on the water."
                    )
                ),
        ];

    private static string Name(int number) =>
        CultureInfo.InvariantCulture.TextInfo.ToTitleCase(
            string.Concat(number.ToString("D3", CultureInfo.InvariantCulture).Select(digit => Syllables[digit - '0']))
        );

    private static async Task<JsonElement> CitedAsync(WebService service, string question)
    {
        using var response = await service.AskAsync(question);
        return JsonDocument
            .Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .RootElement.GetProperty("citations")[0];
    }
}
