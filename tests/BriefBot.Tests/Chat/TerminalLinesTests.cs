using BriefBot.Service.Chat;
using Spectre.Console;
using Spectre.Console.Testing;

namespace BriefBot.Tests.Chat;

public sealed class TerminalLinesTests : IDisposable
{
    private readonly TestConsole _console = new TestConsole().Width(20).EmitAnsiSequences();
    private readonly TerminalLines _lines;

    public TerminalLinesTests() => _lines = new TerminalLines(_console, 2);

    public void Dispose()
    {
        _lines.Dispose();
        _console.Dispose();
    }

    [Theory]
    [InlineData("abc Left Backspace x", "axc")]
    [InlineData("abc Home x End y", "xabcy")]
    [InlineData("abc Left Left Delete", "ac")]
    [InlineData("abc Right Right x", "abcx")]
    [InlineData("Backspace Delete Left a", "a")]
    [InlineData("abc Escape d", "d")]
    [InlineData("one_two Ctrl+W x", "one x")]
    [InlineData("abc Left Ctrl+U", "c")]
    [InlineData("abc Left Ctrl+K", "ab")]
    [InlineData("one_two_three Ctrl+Left Ctrl+Left x Ctrl+Right y", "one xtwoy three")]
    [InlineData("abc Ctrl+A x Ctrl+E y", "xabcy")]
    [InlineData("a😀é漢 Left Left Backspace", "aé漢")]
    [InlineData("abc Up Down Tab", "abc")]
    public async Task ALineIsEdited(string keys, string line)
    {
        Type(keys);
        Assert.Equal(line, await ReadAsync());
    }

    [Fact]
    public async Task UpAndDownBringBackEarlierLinesAndTheOneThatWasBegun()
    {
        foreach (var line in new[] { "one", "two", "two", "" })
        {
            Type(line);
            Assert.Equal(line, await ReadAsync());
        }

        Type("Up");
        Assert.Equal("two", await ReadAsync());
        Type("Up Up Up");
        Assert.Equal("one", await ReadAsync());
        Type("thr Up Up Down Down ee");
        Assert.Equal("three", await ReadAsync());
        Type("Up Backspace Backspace");
        Assert.Equal("thr", await ReadAsync());
    }

    [Fact]
    public async Task CtrlDEndsOnlyAnEmptyLine()
    {
        Type("ab Home Ctrl+D");
        Assert.Equal("b", await ReadAsync());
        Type("Ctrl+D");
        Assert.Null(await _lines.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ALongLineIsWrittenAnewOverItsRows()
    {
        Type("123456789012345678x Left");
        await ReadAsync();
        // Row 0 ends after 18 characters beside the prompt; "x" stands in row 1, and the cursor before it.
        Assert.Contains("\r\u001b[2C123456789012345678 \b\u001b[J\r", _console.Output, StringComparison.Ordinal);
        Assert.Contains("\u001b[1A\r\u001b[2C123456789012345678x\u001b[J\r\u001b[1C", _console.Output, StringComparison.Ordinal);
    }

    private async Task<string?> ReadAsync()
    {
        _console.Input.PushKey(ConsoleKey.Enter);
        return await _lines.ReadLineAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Types words, or presses the keys that they name; "_" is a blank.</summary>
    private void Type(string keys)
    {
        foreach (var word in keys.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isControl = word.StartsWith("Ctrl+", StringComparison.Ordinal);
            var plain = isControl ? word[5..] : word;
            var name = plain is "Left" or "Right" or "Up" or "Down" ? plain + "Arrow" : plain;
            if ((isControl || name.Length > 2) && Enum.TryParse<ConsoleKey>(name, out var key))
            {
                _console.Input.PushKey(new ConsoleKeyInfo('\0', key, false, false, isControl));
                continue;
            }

            foreach (var character in word)
            {
                _console.Input.PushKey(new ConsoleKeyInfo(character == '_' ? ' ' : character, ConsoleKey.None, false, false, false));
            }
        }
    }
}
