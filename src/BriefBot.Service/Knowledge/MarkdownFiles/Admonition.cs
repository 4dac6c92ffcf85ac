using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace BriefBot.Service.Knowledge.MarkdownFiles;

/// <summary>
/// A box or tab of MkDocs: a line such as <c>!!! tip "Title"</c>, <c>??? tip</c> or <c>=== "Tab"</c>, and the lines indented below it.
/// </summary>
internal sealed partial class Admonition(BlockParser parser, string title, bool isSection) : ContainerBlock(parser)
{
    /// <summary>Its title; empty where it has none.</summary>
    public string Title { get; } = title;

    /// <summary>Indicates whether it is a tab, a question, or something to open, whose title is a heading.</summary>
    public bool IsSection { get; } = isSection;

    /// <summary>Parses such boxes.</summary>
    internal sealed partial class Opener : BlockParser, IMarkdownExtension
    {
        /// <summary>Number of columns by which a box's content is indented.</summary>
        private const int Indentation = 4;

        public Opener() => OpeningCharacters = ['!', '?', '='];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent || Opening().Match(processor.Line.ToString()) is not { Success: true } opening)
            {
                return BlockState.None;
            }

            var box = new Admonition(this, opening.Groups["title"].Value.Trim(), opening.Groups["section"].Success);
            (box.Column, box.Line) = (processor.Column, processor.LineIndex);
            processor.NewBlocks.Push(box);
            return BlockState.ContinueDiscard;
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            if (processor.IsBlankLine)
            {
                return BlockState.Continue;
            }

            if (processor.Indent < Indentation)
            {
                return BlockState.None;
            }

            processor.GoToColumn(processor.ColumnBeforeIndent + Indentation);
            return BlockState.Continue;
        }

        public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, this);

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

        [GeneratedRegex(
            """
                ^(?:
                    (?:!!!|(?<section>\?\?\?\+?)) (?:[ \t]+(?:(?<section>question|faq|help)|[\w-]+)){1,5} (?:[ \t]+"(?<title>[^"]*)")?
                    | (?<section>===)[!+]{0,2}[ \t]+"(?<title>[^"]*)"
                )[ \t]*$
                """,
            RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
        )]
        private static partial Regex Opening();
    }
}
