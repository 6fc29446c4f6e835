#!/bin/sh
# Takes the command line of Dafny 4.4 and prints as it does; the work is done by the Dafny 2.3 of the search path.
command=$1
names=
log=
for word; do
  case $word in
    '*'*' (*') names="/proc:*.${word#?}"; names=${names%' (*'} ;;
    text) log=yes ;;
  esac
  file=$word
done
case $command in
  --version) echo 4.4.0; exit 0 ;;
  resolve) dafny /compile:0 /dafnyVerify:0 "$file" >old.txt 2>&1 ;;
  verify) dafny /compile:0 /trace ${names:+"$names"} "$file" >old.txt 2>&1 ;;
  *) echo "Unrecognized command or argument '$command'"; exit 1 ;;
esac
status=$?
grep -E '^[^ ]*\.dfy\([0-9]+,[0-9]+\): (Error|Warning|Verification)|^[0-9]+ (parse|resolution/type) errors? detected' old.txt |
  sed -e 's/Error BP[0-9]*:/Error:/' \
    -e 's/A postcondition might not hold on this return path\./a postcondition could not be proved on this return path/' \
    -e 's/assertion violation/assertion might not hold/'
if [ "$command" = resolve ]; then
  [ $status -ne 0 ] || printf '\nDafny program verifier did not attempt verification\n'
  exit $status
fi
grep '^Dafny program verifier finished' old.txt
[ -z "$log" ] || awk '
  /^Verifying / { name = $2; sub(/.*\./, "", name) }
  /proof obligation.*\]  / {
    print "\nResults for " name " (correctness)"
    print "  Overall outcome: " (/verified$/ ? "Correct" : "Errors")
  }' old.txt
exit $status
