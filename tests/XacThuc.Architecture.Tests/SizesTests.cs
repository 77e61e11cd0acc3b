using Xunit;

namespace XacThuc.Architecture.Tests;

public sealed class SizesTests
{
    [Theory]
    [InlineData("src/XacThuc.Certificates", 400)]
    [InlineData("src/XacThuc.Cli", 250)]
    [InlineData("src/XacThuc.Matching", 400)]
    [InlineData("src/XacThuc.Tables", 250)]
    public void A_file_can_be_held_in_the_head(string room, int most)
    {
        var tooLong = Repository.Files(room, ".cs").Where(path => Lines(path) > most);

        Repository.OnlyExcept([], tooLong);
    }

    [Fact]
    public void A_folder_holds_at_most_twelve_files()
    {
        var full = Repository.Files("", ".cs").CountBy(Repository.FolderOf, StringComparer.Ordinal)
            .Where(folder => folder.Value > 12).Select(folder => folder.Key);

        // The vocabulary of matching is read as one list.
        Repository.OnlyExcept(["src/XacThuc.Matching"], full);
    }

    private static int Lines(string path) => Repository.Read(path).Count(letter => letter == '\n');
}
