using System.Globalization;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BriefBot.Service.Chat;

/// <summary>
/// The lines typed in a terminal, which can be edited; Up and Down bring back earlier ones. For one reader at a time.
/// </summary>
/// <remarks>RadLine 0.6.0, the one library for this that was found, needs an older Spectre.Console.</remarks>
/// <param name="console">A terminal that takes keys and control sequences.</param>
/// <param name="indent">The number of columns of the prompt before the line.</param>
internal sealed class TerminalLines(IAnsiConsole console, int indent) : TextReader
{
    private readonly List<string> _earlier = [];
    private string _text = "";
    private int _cursor;

    /// <summary>Returns the next line, or null after Ctrl+D in an empty one.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        (_text, _cursor) = ("", 0);
        var (place, draft) = (_earlier.Count, "");
        while (true)
        {
            if (await console.Input.ReadKeyAsync(intercept: true, cancellationToken) is not { } key)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return null;
            }

            switch (key)
            {
                case { Key: ConsoleKey.Enter }:
                    Show(_text, _text.Length);
                    console.WriteLine();
                    if (_text.Trim().Length > 0 && (_earlier.Count == 0 || _earlier[^1] != _text))
                    {
                        _earlier.Add(_text);
                    }

                    return _text;
                case { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } when _text.Length == 0:
                    console.WriteLine();
                    return null;
                case { Key: ConsoleKey.UpArrow } when place > 0:
                    draft = place == _earlier.Count ? _text : draft;
                    Show(_earlier[--place], _earlier[place].Length);
                    break;
                case { Key: ConsoleKey.DownArrow } when place < _earlier.Count:
                    var later = ++place < _earlier.Count ? _earlier[place] : draft;
                    Show(later, later.Length);
                    break;
                default:
                    Edit(key);
                    break;
            }
        }
    }

    private void Edit(ConsoleKeyInfo key)
    {
        var isControl = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        var (before, after) = (_text[.._cursor], _text[_cursor..]);
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow when isControl:
                Show(_text, before.TrimEnd().LastIndexOf(' ') + 1);
                break;
            case ConsoleKey.RightArrow when isControl:
                var word = after.IndexOf(' ', after.Length - after.TrimStart().Length);
                Show(_text, word < 0 ? _text.Length : _cursor + word);
                break;
            case ConsoleKey.LeftArrow:
                Show(_text, Before());
                break;
            case ConsoleKey.RightArrow:
                Show(_text, _cursor + StringInfo.GetNextTextElementLength(after));
                break;
            case ConsoleKey.Home:
            case ConsoleKey.A when isControl:
                Show(_text, 0);
                break;
            case ConsoleKey.End:
            case ConsoleKey.E when isControl:
                Show(_text, _text.Length);
                break;
            case ConsoleKey.Backspace:
                Show(_text[..Before()] + after, Before());
                break;
            case ConsoleKey.Delete:
            case ConsoleKey.D when isControl:
                Show(before + after[StringInfo.GetNextTextElementLength(after)..], _cursor);
                break;
            case ConsoleKey.Escape:
                Show("", 0);
                break;
            case ConsoleKey.U when isControl:
                Show(after, 0);
                break;
            case ConsoleKey.K when isControl:
                Show(before, _cursor);
                break;
            case ConsoleKey.W when isControl:
                var kept = before.TrimEnd();
                kept = kept[..(kept.LastIndexOf(' ') + 1)];
                Show(kept + after, kept.Length);
                break;
            default:
                Insert(key);
                break;
        }
    }

    private void Insert(ConsoleKeyInfo key)
    {
        var (before, after) = (_text[.._cursor], _text[_cursor..]);
        if (char.IsHighSurrogate(key.KeyChar))
        {
            // Its other half comes next.
            (_text, _cursor) = (before + key.KeyChar + after, _cursor + 1);
        }
        else if (key.KeyChar == '\t')
        {
            Show($"{before} {after}", _cursor + 1);
        }
        else if (!char.IsControl(key.KeyChar) && !key.Modifiers.HasFlag(ConsoleModifiers.Alt))
        {
            Show(before + key.KeyChar + after, _cursor + 1);
        }
    }

    /// <summary>The place of the character before the cursor.</summary>
    private int Before() => StringInfo.ParseCombiningCharacters(_text).LastOrDefault(start => start < _cursor);

    /// <summary>Writes the line anew, over as many rows as it takes.</summary>
    private void Show(string text, int cursor)
    {
        // The terminal may be wider or narrower than before, and has broken the line anew.
        var codes = new StringBuilder(Up(Row(_text[.._cursor]).Row)).Append(Right(indent)).Append(text);
        (_text, _cursor) = (text, cursor);
        var (end, at) = (Row(text), Row(text[..cursor]));
        // At the right edge a terminal waits for the next character before it goes on to the next row.
        codes.Append(end.Column == 0 && text.Length > 0 ? " \b" : "").Append("\u001b[J");
        codes.Append(Up(end.Row - at.Row)).Append(Right(at.Column));
        console.Write(new ControlCode(codes.ToString()));
    }

    private (int Row, int Column) Row(string text)
    {
        var cells = indent + (text.Length == 0 ? 0 : new Segment(text).CellCount());
        return (cells / console.Profile.Width, cells % console.Profile.Width);
    }

    private static string Up(int rows) => rows > 0 ? string.Create(CultureInfo.InvariantCulture, $"\u001b[{rows}A") : "";

    /// <summary>To the column, from 0, of the row.</summary>
    private static string Right(int column) => column > 0 ? string.Create(CultureInfo.InvariantCulture, $"\r\u001b[{column}C") : "\r";
}
