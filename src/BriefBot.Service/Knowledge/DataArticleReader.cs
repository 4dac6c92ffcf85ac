using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Service.Knowledge.HtmlFiles;
using Microsoft.Extensions.Options;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BriefBot.Service.Knowledge;

/// <summary>
/// Reads YAML, and JSON as a part of it, by YamlDotNet where <c>Knowledge:ReadData</c> is set: the key of a mapping or list becomes a
/// heading, the key of a value precedes it.
/// </summary>
internal sealed class DataArticleReader(PassageCutter cutter, IOptions<KnowledgeOptions> options) : IArticleReader
{
    public IReadOnlyCollection<string> Extensions => options.Value.ReadData ? [".json", ".yaml", ".yml"] : [];

    public ReadResult Read(string path, ReadOnlyMemory<byte> content)
    {
        var (text, problem) = ArticleText.Decode(path, content.Span, options.Value.Limits.LineLength);
        if (problem is { Severity: Severity.Error })
        {
            return new ReadResult.Failed(problem);
        }

        try
        {
            // YAML knows no tabs, and JSON has them between its parts alone.
            var values = new Values(text.Replace('\t', ' '), options.Value.Limits.Nesting);
            return new ArticleParts
            {
                Path = path,
                Content = content,
                Sections = values.Sections,
                Warnings = Problem.Some(problem),
            }.Cut(cutter);
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException)
        {
            // The parser throws others than its own where it trips.
            int? line = e is YamlException { Start.Line: > 0 and var at } ? (int)at : null;
            return new ReadResult.Failed(new Problem(path, line, "This isn’t valid YAML or JSON. Fix it, or remove the file."));
        }
        catch (InsufficientExecutionStackException)
        {
            return new ReadResult.Failed(
                new Problem(path, null, $"Values are nested more than {options.Value.Limits.Nesting} deep. Flatten them.")
            );
        }
    }

    /// <summary>Walks the values as the parser meets them.</summary>
    private sealed class Values
    {
        private readonly string _text;
        private readonly int _maxNesting;
        private readonly Parser _parser;

        public Values(string text, int maxNesting)
        {
            (_text, _maxNesting, _parser) = (text, maxNesting, new Parser(new StringReader(text)));
            while (_parser.MoveNext())
            {
                if (_parser.Current is DocumentStart && _parser.MoveNext())
                {
                    Add("", null, isInItem: false, nesting: 0);
                }
            }
        }

        public SectionBuilder Sections { get; } = new();

        /// <summary>Adds the value at which the parser is, which stays at its end.</summary>
        private void Add(string name, Scalar? key, bool isInItem, int nesting)
        {
            if (nesting > _maxNesting)
            {
                throw new InsufficientExecutionStackException();
            }

            switch (_parser.Current)
            {
                case Scalar value:
                    AddScalar(name, key, value, isInItem);
                    break;
                case MappingStart:
                    Within(isInItem ? null : key, () => AddMapping(name, isInItem, nesting));
                    break;
                case SequenceStart:
                    Within(isInItem ? null : key, () => AddList(name, isInItem, nesting));
                    break;
            }
        }

        private void AddMapping(string name, bool isInItem, int nesting)
        {
            while (_parser.MoveNext() && _parser.Current is not MappingEnd)
            {
                var key = _parser.Current as Scalar;
                if (key is null)
                {
                    Skip();
                }

                _parser.MoveNext();
                Add(isInItem && name.Length > 0 ? $"{name} {key?.Value}" : key?.Value ?? "", key, isInItem, nesting + 1);
            }
        }

        private void AddList(string name, bool isInItem, int nesting)
        {
            while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
            {
                if (!isInItem)
                {
                    Sections.BeginItem(number: 0);
                }

                Add(isInItem ? name : "", null, isInItem: true, nesting + 1);
                if (!isInItem)
                {
                    Sections.EndItem();
                }
            }
        }

        private void Within(Scalar? key, Action add)
        {
            Sections.OpenInner(key is null ? null : Block(key, "", BlockKind.Prose));
            add();
            Sections.Close();
        }

        private void AddScalar(string name, Scalar? key, Scalar value, bool isInItem)
        {
            if (value.Value.Length > 0)
            {
                var text = new RenderedText();
                text.Add(name.Length > 0 ? $"{name}: " : "", (int)(key ?? value).Start.Line);
                Add(value, text);
                Sections.Add(text.ToBlock(isInItem ? BlockKind.ListItem : BlockKind.Prose));
            }
        }

        private TextBlock? Block(Scalar scalar, string before, BlockKind kind)
        {
            var text = new RenderedText();
            text.Add(before, (int)scalar.Start.Line);
            Add(scalar, text);
            return text.ToBlock(kind);
        }

        private void Add(Scalar scalar, RenderedText text)
        {
            var lines = new SourceLines(
                _text[(int)scalar.Start.Index..(int)Math.Min(scalar.End.Index, _text.Length)],
                (int)scalar.Start.Line
            );
            foreach (var word in scalar.Value.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            {
                text.Add(word, lines.LineOf(word));
                text.Add(" ", 0);
            }
        }

        /// <summary>Passes over a key that is no text.</summary>
        private void Skip()
        {
            for (var open = Nesting(); open > 0 && _parser.MoveNext(); )
            {
                open += Nesting();
            }
        }

        private int Nesting() =>
            _parser.Current is MappingStart or SequenceStart ? 1
            : _parser.Current is MappingEnd or SequenceEnd ? -1
            : 0;
    }
}
