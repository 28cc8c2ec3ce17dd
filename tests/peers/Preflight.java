/* SPDX-License-Identifier: GPL-3.0-or-later */
import java.io.File;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Says of each file whether it is PDF/A-1b, one line a file; the exit status is the number of those that are not. */
public class Preflight
{
  public static void main (String[] files) throws Exception
  {
    int invalid = 0;

    for (String file : files)
      {
        ValidationResult result;
        PreflightDocument document = null;

        try
          {
            PreflightParser parser = new PreflightParser (new File (file));

            parser.parse ();
            document = parser.getPreflightDocument ();
            document.validate ();
            result = document.getResult ();
          }
        catch (SyntaxValidationException exception)
          {
            result = exception.getResult ();
          }
        System.out.println ((result.isValid () ? "valid " : "invalid ") + file);
        int shown = 0;
        for (ValidationResult.ValidationError error : result.getErrorsList ())
          if (shown++ < 10)
            System.out.println ("  " + error.getErrorCode () + ": " + error.getDetails ());
        if (!result.isValid ())
          invalid++;
        if (document != null)
          document.close ();
      }
    System.exit (Math.min (invalid, 100));
  }
}
