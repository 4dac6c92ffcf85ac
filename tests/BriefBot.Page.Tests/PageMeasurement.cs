using System.Globalization;
using Microsoft.Playwright;

namespace BriefBot.Page.Tests;

/// <summary>
/// Figures and pictures of the page, made when they are asked for: <c>dotnet test --project tests/BriefBot.Page.Tests -p:PageTests=true
/// --explicit only --output Detailed</c>. Pictures are written to the folder that <c>BRIEFBOT_PICTURES</c> names.
/// </summary>
public sealed class PageMeasurement(Browser browser) : PageTest(browser)
{
    private const int Messages = 2_000;
    private const int Files = 5_000;

    [Fact(Explicit = true)]
    public async Task MeasuresTheFirstPaintAndTheSize()
    {
        await OpenAsync();
        var paints = new List<double>();
        for (var i = 0; i < 11; i++)
        {
            await Page.ReloadAsync();
            paints.Add(
                await Page.EvaluateAsync<double>(
                    "new Promise(done => new PerformanceObserver(list => done(list.getEntriesByName('first-contentful-paint')[0].startTime)).observe({ type: 'paint', buffered: true }))"
                )
            );
        }

        paints.Sort();
        await Page.EvaluateAsync("performance.clearResourceTimings()");
        var bytes = await Page.EvaluateAsync<double>(
            "Promise.all(['./', 'page.css', 'texts.js', 'page.js', 'dom.js', 'draw.js', 'panel.js', 'talks.js', 'icon.svg'].map(file => fetch(file, { cache: 'reload' }))).then(() => new Promise(done => setTimeout(done, 200))).then(() => performance.getEntriesByType('resource').reduce((sum, one) => sum + one.encodedBodySize, 0))"
        );
        Tell($"first paint: median {paints[5]:F0} ms, longest {paints[^1]:F0} ms; the page: {bytes / 1000:F1} kB compressed");
    }

    [Fact(Explicit = true)]
    public async Task MeasuresScrollingThroughManyMessagesAndFiles()
    {
        for (var i = 0; i < Files; i++)
        {
            Write(
                string.Create(CultureInfo.InvariantCulture, $"many/{i % 50}/{i}.md"),
                $"# Article {i}\n\nThe article number {i} says this.\n"
            );
        }

        await OpenAsync();
        await AskAsync("How do I connect to the VPN?");
        await Page.EvaluateAsync(
            $"for (let i = 1; i < {Messages}; i++) document.getElementById('log').append(document.querySelector('.turn').cloneNode(true))"
        );
        Tell($"{Messages} messages: {await FramesAsync()}");
        await Page.GotoAsync(Url + "folder");
        await Assertions
            .Expect(Page.Locator("#told"))
            .ToContainTextAsync("articles", new LocatorAssertionsToContainTextOptions { Timeout = 60_000 });
        Tell($"{Files} files: {await FramesAsync()}");
        await Page.GotoAsync("about:blank");
        await Page.EvaluateAsync("document.body.style.height = '500000px'");
        Tell($"an empty page of 500,000 pixels, for comparison: {await FramesAsync()}");
    }

    [Fact(Explicit = true)]
    public async Task TakesPictures()
    {
        var folder = Environment.GetEnvironmentVariable("BRIEFBOT_PICTURES") ?? Path.Combine(Path.GetTempPath(), "briefbot-pictures");
        Directory.CreateDirectory(folder);
        Task PictureAsync(string name) => Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
        Write("broken.docx", "no docx");
        Window.ReducedMotion = ReducedMotion.Reduce;
        await OpenAsync();
        await Expect(Page.Locator("#suggestions .chip").First).ToBeVisibleAsync();
        await PictureAsync("start");
        await AskAsync("How do I connect to the VPN?");
        await PictureAsync("answer");
        await LastReply.Locator(".mark").First.ClickAsync();
        await Expect(Panel.Locator("mark, .marked").First).ToBeVisibleAsync();
        await PictureAsync("source");
        await Page.Keyboard.PressAsync("Escape");
        await AskAsync("Who repairs the zeppelin?");
        await PictureAsync("refusal");
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await AskAsync("What does the Pro plan cost?");
        await PictureAsync("dark");
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await Page.GotoAsync(Url + "folder");
        await Expect(Page.Locator("#files .source").First).ToBeVisibleAsync();
        await PictureAsync("folder");
        await Page.GotoAsync(Url + "gaps");
        await Expect(Page.Locator("#gaps > li").First).ToBeVisibleAsync();
        await PictureAsync("gaps");
        await Page.SetViewportSizeAsync(390, 780);
        await Page.GotoAsync(Url);
        await LastReply.Locator(".mark").First.ClickAsync();
        await Expect(Panel.Locator(".marked").First).ToBeVisibleAsync();
        await PictureAsync("phone");
        Tell($"eight pictures in {folder}");
    }

    /// <summary>
    /// Scrolls from the middle of the page for two seconds, 6,000 pixels in each as by a fast flick, and returns how many frames a second
    /// were drawn.
    /// </summary>
    private async Task<string> FramesAsync()
    {
        var frames = await Page.EvaluateAsync<double[]>(
            """
            new Promise(done => {
              const times = [];
              const began = performance.now();
              const middle = document.documentElement.scrollHeight / 2;
              const step = now => {
                times.push(now);
                const part = (now - began) / 2000;
                if (part >= 1) return done(times.slice(1).map((time, i) => time - times[i]));
                scrollTo({ top: middle + part * 12000, behavior: 'instant' });
                requestAnimationFrame(step);
              };
              requestAnimationFrame(step);
            })
            """
        );
        Array.Sort(frames);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{frames.Length / 2.0:F0} frames a second, median {frames[frames.Length / 2]:F1} ms, p99 {frames[frames.Length * 99 / 100]:F1} ms"
        );
    }

    private static void Tell(string figure) => TestContext.Current.TestOutputHelper?.WriteLine(figure);
}
