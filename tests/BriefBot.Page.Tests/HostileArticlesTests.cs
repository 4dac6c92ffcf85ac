using System.Globalization;

namespace BriefBot.Page.Tests;

/// <summary>Articles that would run a script if any of their text were markup.</summary>
public sealed class HostileArticlesTests(Browser browser) : PageTest(browser)
{
    private const int Articles = 100;

    private static readonly string[] Attacks =
    [
        "<script>window.ran=1</script>",
        "<img src=x onerror=window.ran=1>",
        "<svg/onload=window.ran=1>",
        "[press](javascript:window.ran=1)",
        "<a href=\"javascript:window.ran=1\">press</a>",
        "<iframe src=\"https://example.org\"></iframe>",
        "<style>@import 'https://example.org/a.css';</style>",
        "![picture](https://example.org/a.png)",
        "\"><script>window.ran=1</script>",
        "${window.ran=1}{{window.ran=1}}",
    ];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        for (var i = 0; i < Articles; i++)
        {
            var attack = Attacks[i % Attacks.Length];
            Write(
                string.Create(CultureInfo.InvariantCulture, $"hostile/{i}.md"),
                $"---\ntitle: '{attack.Replace("'", "''", StringComparison.Ordinal)} {i}'\nurl: javascript:window.ran=1\n---\n# Zebra {i} {attack}\n\nThe zebra number {i} eats {attack} grass.\n\n```\n{attack}\n```\n\n| Zebra {attack} | Food |\n| --- | --- |\n| number {i} | {attack} |\n"
            );
        }
    }

    [Fact]
    public async Task NoScriptRunsAndNothingIsLoadedFromElsewhere()
    {
        await OpenAsync();
        await Page.EvaluateAsync(
            "addEventListener('securitypolicyviolation', event => { window.violated = event.blockedURI || 'inline'; })"
        );
        for (var i = 0; i < Attacks.Length; i++)
        {
            await AskAsync(string.Create(CultureInfo.InvariantCulture, $"What does the zebra number {i} eat?"));
            await LastReply.Locator(".mark, .title").First.ClickAsync();
            await Expect(Panel).Not.ToContainTextAsync("Loading…");
            foreach (var link in await Page.Locator("a[href]").EvaluateAllAsync<string[]>("all => all.map(link => link.protocol)"))
            {
                Assert.Matches("^https?:$", link);
            }

            await Page.Keyboard.PressAsync("Escape");
        }

        await Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => { one.open = true; })");
        Assert.Null(await Page.EvaluateAsync<object?>("window.ran ?? window.violated ?? null"));
        await Page.GotoAsync(Url + "folder");
        await Expect(Page.Locator("#told")).ToContainTextAsync("articles");
        Assert.Null(await Page.EvaluateAsync<object?>("window.ran ?? null"));
    }
}
